using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// Somebody leaves today: every session ends, every compartment is taken back, nobody logs in there any more. Service
/// accounts that the person answers for stop with the person.
/// </summary>
internal sealed class RecordDeparture(RegistryDb db, ChangeStaff change)
{
    private const string Suspended = "suspended";

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/staff/{id}/departures", async (
            StaffId id, RecordDeparture departure, ViewStaff view, Standing standing, HttpContext context,
            CancellationToken cancellation) =>
        {
            await departure.RunAsync(
                standing, id, version => VersionTag.Check(context.Request, version), cancellation);
            return TypedResults.Created((string?)null, await view.OneAsync(id, cancellation));
        })
        .RequirePermission(Permission.ManageStaff);

    /// <param name="standing">Who records it; nobody records their own.</param>
    /// <param name="id">Who leaves.</param>
    /// <param name="checkVersion">Refuses when the caller has seen another version.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public Task RunAsync(
        Standing standing, StaffId id, Action<long> checkVersion, CancellationToken cancellation) =>
        change.RunAsync(
            standing, id, new ChangeRequest(Series: [], State: Suspended), checkVersion, cancellation);

    /// <summary>The keys that stop with somebody.</summary>
    public async Task<IReadOnlyList<ServiceAccountCard>> KeysOfAsync(StaffId id, CancellationToken cancellation) =>
        [.. (await db.Set<ServiceAccountRow>().AsNoTracking().Where(row => row.Owner == id)
            .OrderBy(row => row.Name).ToListAsync(cancellation)).Select(row => ServiceAccountCard.Of(row, key: null))];
}
