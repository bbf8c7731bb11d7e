using System.Net.Mime;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>Gives the certificate of an erasure again, to whoever may erase in that series.</summary>
internal sealed class ReadCertificate(ErasureRegister register, CompartmentRegister compartments, CompartmentDoor door)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapGet("/{code}/erasures", async (
            CustomerCode code, CurrentStanding standing, ReadCertificate read, CancellationToken cancellation) =>
            TypedResults.Bytes(await read.RunAsync(standing.Value, code, cancellation), MediaTypeNames.Application.Json))
            .RequirePermission(Permission.EraseCustomers);

    /// <returns>The certificate's bytes as they were signed.</returns>
    /// <exception cref="RefusedException">There is none, or it is not yours.</exception>
    public async Task<byte[]> RunAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        ErasureRow row = await register.FindAsync(code, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        CompartmentFacts facts = await compartments.FindAsync(row.Compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        var request = new AccessRequest
        {
            Compartment = facts,
            Act = AuditAct.CertificateRead,
            Permission = Permission.EraseCustomers,
            Handle = row.Handle,
        };
        using OpenCompartment open = await door.OpenAsync(who, request, cancellation);
        return row.SealedCertificate is null
            ? throw new RefusedException(CustomerRefusals.BeingErased)
            : DestroyCustomer.OpenCertificate(open, row);
    }
}
