using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Lists compartments with their size against the cap: all of them for those who manage, the assigned ones for the
/// rest.
/// </summary>
internal sealed class ListCompartments(
    CompartmentRegister register, LoadedCompartments compartments, CompartmentKeyRing keyRing)
{
    public static void Map(RouteGroupBuilder compartments)
    {
        compartments.MapGet(
            "/", async (CurrentStanding standing, ListCompartments list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ViewCompartments);
        compartments.MapGet("/{name}", async (
            string name, CurrentStanding standing, ListCompartments list, CancellationToken cancellation) =>
            TypedResults.Ok(
                (await list.RunAsync(standing.Value, cancellation)).Items.FirstOrDefault(item => item.Name == name)
                ?? throw new RefusedException(AccessRefusals.NotFound)))
            .RequirePermission(Permission.ViewCompartments);
    }

    public async Task<CompartmentList> RunAsync(Standing who, CancellationToken cancellation)
    {
        bool isManager = who.Permissions.Contains(Permission.ManageCompartments);
        return new CompartmentList(
            await CardsAsync(facts => isManager || who.Series.Contains(facts.Series), cancellation));
    }

    /// <summary>Every compartment, for those who grant what others may reach.</summary>
    public Task<IReadOnlyList<ListedCompartment>> EveryAsync(CancellationToken cancellation) =>
        CardsAsync(_ => true, cancellation);

    private async Task<IReadOnlyList<ListedCompartment>> CardsAsync(
        Func<CompartmentFacts, bool> isListed, CancellationToken cancellation)
    {
        var items = new List<ListedCompartment>();
        foreach (CompartmentFacts facts in (await register.AllAsync(cancellation)).Where(isListed))
        {
            items.Add(await CardAsync(facts with { IsClosed = facts.IsClosed || !keyRing.Holds(facts.Id) },
                register, compartments, cancellation));
        }

        return items;
    }

    /// <summary>
    /// One compartment as lists show it. A count tells nothing that a thief of the files would not see, so no entry is
    /// written.
    /// </summary>
    internal static async Task<ListedCompartment> CardAsync(
        CompartmentFacts facts, CompartmentRegister register, LoadedCompartments compartments,
        CancellationToken cancellation)
    {
        long customers = facts.IsClosed
            ? await LastCountAsync(facts, register, cancellation)
            : await CountAsync(facts, register, compartments, cancellation);

        return new ListedCompartment(
            facts.Id.ToString(), facts.Name, facts.Series, customers, facts.Cap, facts.IsClosed);
    }

    /// <summary>
    /// How many there are; as many as at its last closing where its store refuses: the list must not fail for one.
    /// </summary>
    private static async Task<long> CountAsync(
        CompartmentFacts facts, CompartmentRegister register, LoadedCompartments compartments,
        CancellationToken cancellation)
    {
        try
        {
            LoadedCompartment loaded = await compartments.LeaseAsync(facts.Id, cancellation);
            long customers = loaded.CustomerCount;
            loaded.EndLease();
            return customers;
        }
        catch (Exception refused) when (refused is RefusedException or DbException)
        {
            return await LastCountAsync(facts, register, cancellation);
        }
    }

    private static async Task<long> LastCountAsync(
        CompartmentFacts facts, CompartmentRegister register, CancellationToken cancellation) =>
        await register.ReadAsync(
            db => db.Set<CompartmentRow>().Where(row => row.Id == facts.Id).Select(row => row.Customers).SingleAsync(
                cancellation), cancellation);
}
