using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>From a compartment's name to the door, and to every compartment that somebody works in.</summary>
internal sealed class CompartmentAccess(CompartmentRegister register, CompartmentDoor door)
{
    /// <summary>The compartment of a name, opened to take a document in.</summary>
    /// <exception cref="RefusedException">Not there, not yours, or another gate is shut.</exception>
    public async Task<OpenCompartment> OpenAsync(
        Standing who, string untrustedName, Func<AccessRequest, AccessRequest> details, CancellationToken cancellation)
    {
        CompartmentFacts facts = (await register.AllAsync(cancellation))
            .FirstOrDefault(facts => facts.Name == untrustedName)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        return await door.OpenAsync(
            who, details(Request(facts, AuditAct.DocumentAdded, Permission.RedactDocuments)), cancellation);
    }

    /// <summary>Opens one compartment for an act on many documents or customers.</summary>
    public Task<OpenCompartment> OpenAsync(Standing who, AccessRequest request, CancellationToken cancellation) =>
        door.OpenAsync(who, request, cancellation);

    /// <summary>
    /// The compartments of the series that somebody is assigned to, or of a series or name among them.
    /// </summary>
    /// <exception cref="RefusedException">The named one is not there, or not theirs.</exception>
    public async Task<IReadOnlyList<CompartmentFacts>> PlacesAsync(
        Standing who, string? untrustedName, CancellationToken cancellation)
    {
        IEnumerable<CompartmentFacts> mine = (await register.AllAsync(cancellation))
            .Where(facts => who.Series.Contains(facts.Series));
        if (untrustedName is null)
        {
            return [.. mine];
        }

        List<CompartmentFacts> named =
            [.. mine.Where(facts => facts.Series == untrustedName || facts.Name == untrustedName)];
        return named.Count > 0 ? named : throw new RefusedException(AccessRefusals.NotFound);
    }

    public static AccessRequest Request(CompartmentFacts facts, AuditAct act, Permission permission) => new()
    {
        Compartment = facts,
        Act = act,
        Permission = permission,
    };
}
