using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Reads what the pages of one member of staff show.</summary>
internal sealed class MemberModels(
    ViewStaff view, RecordScreening screenings, RecordDeparture departure, MeasureGrant measure, TimeProvider time)
{
    public async Task<MemberModel> OfAsync(Standing standing, StaffId id, CancellationToken cancellation)
    {
        StaffCard member = await view.OneAsync(id, cancellation);
        IReadOnlyList<Role> roles = RoleNames.TryParse(member.Roles, out IReadOnlyList<Role>? read) ? read : [];
        return new MemberModel
        {
            Member = member,
            Now = time.GetUtcNow(),
            Reach = await measure.RunAsync(roles, member.Series, cancellation),
            Screenings = (await screenings.ListAsync(id, cancellation)).Items,
            Keys = await departure.KeysOfAsync(id, cancellation),
            IsSelf = id.Equals(standing.Actor.Id) && await AreOthersAsync(cancellation),
            MayManage = standing.Permissions.Contains(Permission.ManageStaff),
            MayScreen = standing.Permissions.Contains(Permission.RecordScreenings),
        };
    }

    // Where one person is the whole firm, nobody else could assign or screen.
    private async Task<bool> AreOthersAsync(CancellationToken cancellation) =>
        (await view.RunAsync(cancellation)).Items.Count(member => member.State == "active") > 1;
}
