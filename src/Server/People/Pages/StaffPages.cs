using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>The list of staff, one member, and the page where newcomers wait.</summary>
internal static class StaffPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff", async (
            ViewStaff view, Standing standing, TimeProvider time, CancellationToken cancellation) =>
                Page.Of<StaffListView>(new StaffListModel
                {
                    Staff = (await view.RunAsync(cancellation)).Items,
                    Now = time.GetUtcNow(),
                    MayManage = standing.Permissions.Contains(Permission.ManageStaff),
                }))
            .RequirePermission(Permission.ViewStaff);
        pages.MapGet("/staff/{id}", async (
            StaffId id, string? done, MemberModels models, Standing standing, CancellationToken cancellation) =>
                Page.Of<MemberView>(await models.OfAsync(standing, id, cancellation) with { Done = done }))
            .RequirePermission(Permission.ViewStaff);
        pages.MapGet("/waiting", async (ReadWaiting read, Standing standing, CancellationToken cancellation) =>
            Page.Of<WaitingView>(await read.RunAsync(standing, cancellation)))
            .RequirePermission(Permission.LoggedIn);
    }
}
