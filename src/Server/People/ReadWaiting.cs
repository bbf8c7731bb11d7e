using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>Tells newcomers what is done, what is not, and who can do it.</summary>
internal sealed class ReadWaiting(RegistryDb db, TimeProvider time)
{
    private const int DoneByJoining = 2; // the invitation, the second factor: without them nobody is logged in

    public async Task<WaitingCard> RunAsync(Standing standing, CancellationToken cancellation)
    {
        var self = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        List<StaffRow> colleagues = await db.Set<StaffRow>().AsNoTracking()
            .Where(row => row.State == StaffState.Active && row.Id != self)
            .OrderBy(row => row.Name).ToListAsync(cancellation);
        bool isScreened = standing.ScreenedUntil is { } until && until > time.GetUtcNow();
        return new WaitingCard
        {
            Done = DoneByJoining + (isScreened ? 1 : 0) + (standing.HasSignedCurrentAgreement ? 1 : 0),
            IsSigned = standing.HasSignedCurrentAgreement,
            IsScreened = isScreened,
            ScreenedUntil = standing.ScreenedUntil,
            Screeners = Named(colleagues, Permission.RecordScreenings),
            Assigners = Named(colleagues, Permission.ManageStaff),
            Series = [.. standing.Series.Order(StringComparer.Ordinal)],
        };
    }

    private static IReadOnlyList<string> Named(List<StaffRow> colleagues, Permission permission) =>
        [.. colleagues.Where(row => RolePermissions.Of(row.Roles).Contains(permission)).Select(row => row.Name)];
}
