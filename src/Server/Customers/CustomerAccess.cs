using Strongroom.AuditLog;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>From a bare code through the route to the door: what every act on one customer begins with.</summary>
internal sealed class CustomerAccess(CodeRoutes routes, CompartmentRegister register, CompartmentDoor door)
{
    /// <summary>The compartment of a customer, opened for one act on that customer.</summary>
    /// <param name="who">The caller's standing.</param>
    /// <param name="code">The customer.</param>
    /// <param name="act">What will be done.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="details">Adds kinds, purpose and case to the request.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RefusedException">Not there, not yours, or another gate is shut.</exception>
    public async Task<OpenCompartment> OpenAsync(
        Standing who, CustomerCode code, AuditAct act, Permission permission,
        Func<AccessRequest, AccessRequest>? details, CancellationToken cancellation)
    {
        CodeRoute route = routes.Find(code)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        CompartmentFacts compartment = await register.FindAsync(route.Compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        var request = new AccessRequest
        {
            Compartment = compartment,
            Act = act,
            Permission = permission,
            Customer = code,
            Handle = route.Handle,
        };
        return await door.OpenAsync(who, details is null ? request : details(request), cancellation);
    }
}
