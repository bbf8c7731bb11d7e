using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>Finds the compartment that a name or a customer's code means; opens nothing.</summary>
internal sealed class FindPlace(CodeRoutes routes, CompartmentRegister register, CompartmentKeyRing keyRing)
{
    /// <summary>
    /// The compartment, closed where its key is not in memory, and the customer's handle; nulls for nothing.
    /// </summary>
    public async Task<(CompartmentFacts? Compartment, ObjectHandle? Handle)> RunAsync(
        string untrustedPlace, CancellationToken cancellation)
    {
        ObjectHandle? handle = null;
        CompartmentFacts? found = (await register.AllAsync(cancellation))
            .FirstOrDefault(facts => facts.Name == untrustedPlace);
        if (found is null && CustomerCode.TryParse(untrustedPlace, null, out CustomerCode? code)
            && routes.Find(code) is { } route)
        {
            found = await register.FindAsync(route.Compartment, cancellation);
            handle = route.Handle;
        }

        return found is null ? (null, null) : (
            found with { IsClosed = found.IsClosed || !keyRing.Holds(found.Id) }, handle);
    }
}
