using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Closes a compartment (its keys leave memory before this returns, and it stays closed over a restart) and opens it
/// again, which needs the unseal key. Managing is not seeing: whoever closes and opens needs no assignment and sees no
/// customer.
/// </summary>
internal sealed class CloseCompartment(
    CompartmentRegister register, LoadedCompartments compartments, CompartmentKeyRing keyRing, OpenInstallation opening,
    AuditWriter audit)
{
    public static void Map(RouteGroupBuilder compartments)
    {
        compartments.MapPost("/{name}/closings", async (
            string name, CurrentStanding standing, CloseCompartment close, CancellationToken cancellation) =>
            TypedResults.Ok(await close.CloseAsync(standing.Value, name, cancellation)))
            .RequirePermission(Permission.ManageCompartments);
        compartments.MapPost("/{name}/openings", async (
            string name, CurrentStanding standing, CloseCompartment close, CancellationToken cancellation) =>
            TypedResults.Ok(await close.OpenAsync(standing.Value, name, cancellation)))
            .RequirePermission(Permission.ManageCompartments);
    }

    public async Task<ListedCompartment> CloseAsync(Standing who, string untrustedName, CancellationToken cancellation)
    {
        CompartmentFacts facts = await FindAsync(untrustedName, cancellation);
        if (!facts.IsClosed)
        {
            await audit.RecordAsync(CreateCompartment.Draft(
                AuditAct.CompartmentClosed, who.Actor, facts, "name", facts.Name), cancellation);
            long customers = await CountAsync(facts, cancellation);
            // From here on it is carried through: shut for newcomers first, then the files, then the key.
            await MarkAsync(facts, isClosed: true, customers);
            await compartments.UnloadAsync(facts.Id);
            keyRing.Forget(facts.Id);
        }

        return await ListCompartments.CardAsync(facts with { IsClosed = true }, register, compartments, cancellation);
    }

    public async Task<ListedCompartment> OpenAsync(Standing who, string untrustedName, CancellationToken cancellation)
    {
        CompartmentFacts facts = await FindAsync(untrustedName, cancellation);
        if (facts.IsClosed || !keyRing.Holds(facts.Id))
        {
            await audit.RecordAsync(CreateCompartment.Draft(
                AuditAct.CompartmentOpened, who.Actor, facts, "name", facts.Name), cancellation);
            opening.OpenCompartmentKey(facts.Id);
            await MarkAsync(facts, isClosed: false, null);
        }

        return await ListCompartments.CardAsync(facts with { IsClosed = false }, register, compartments, cancellation);
    }

    private async Task<CompartmentFacts> FindAsync(string untrustedName, CancellationToken cancellation) =>
        (await register.AllAsync(cancellation)).FirstOrDefault(facts => facts.Name == untrustedName)
            ?? throw new RefusedException(AccessRefusals.NotFound);

    private async Task<long> CountAsync(CompartmentFacts facts, CancellationToken cancellation)
    {
        LoadedCompartment loaded = await compartments.LeaseAsync(facts.Id, cancellation);
        long customers = loaded.CustomerCount;
        loaded.EndLease();
        return customers;
    }

    private Task<int> MarkAsync(CompartmentFacts facts, bool isClosed, long? customers) => register.ChangeAsync(
        async db =>
        {
            CompartmentRow row = await db.Set<CompartmentRow>().SingleAsync(row => row.Id == facts.Id);
            row.IsClosed = isClosed;
            row.Customers = customers is { } count ? checked((int)count) : row.Customers;
            return 0;
        },
        CancellationToken.None);
}
