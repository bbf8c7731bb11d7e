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
        RoleNames.TryParse(member.Roles, out IReadOnlyList<Role>? roles);
        return new MemberModel
        {
            Member = member,
            Now = time.GetUtcNow(),
            Reach = await measure.RunAsync(roles ?? [], member.Series, cancellation),
            Screenings = (await screenings.ListAsync(id, cancellation)).Items,
            Keys = await departure.KeysOfAsync(id, cancellation),
            IsSelf = id.Equals(standing.Actor.Id),
            MayManage = standing.Permissions.Contains(Permission.ManageStaff),
            MayScreen = standing.Permissions.Contains(Permission.RecordScreenings),
        };
    }
}
