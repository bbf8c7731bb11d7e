using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Shows people where they are logged in.</summary>
internal sealed class ViewSessions(RegistryDb db, Sessions sessions)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/sessions", async (ViewSessions view, Standing standing, CancellationToken cancellation) =>
            TypedResults.Ok(await view.RunAsync(standing, cancellation)))
        .RequirePermission(Permission.LoggedIn);

    public async Task<SessionList> RunAsync(Standing standing, CancellationToken cancellation)
    {
        var id = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        StaffRow staff = await db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        List<SessionRow> rows = await db.Set<SessionRow>().AsNoTracking()
            .Where(row => row.Staff == id).OrderByDescending(row => row.SeenAt).ToListAsync(cancellation);
        return new SessionList(
        [
            .. rows.Where(row => sessions.Runs(row, staff)).Select(row => OwnSessionCard.Of(row, standing.Session)),
        ]);
    }
}
