using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Shows people their own passkeys.</summary>
internal sealed class ViewPasskeys(RegistryDb db)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/passkeys", async (ViewPasskeys view, Standing standing, CancellationToken cancellation) =>
            TypedResults.Ok(await view.RunAsync(standing, cancellation)))
        .RequirePermission(Permission.LoggedIn);

    public async Task<PasskeyList> RunAsync(Standing standing, CancellationToken cancellation)
    {
        var id = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        List<PasskeyRow> rows = await db.Set<PasskeyRow>().AsNoTracking()
            .Where(row => row.Staff == id).OrderBy(row => row.CreatedAt).ToListAsync(cancellation);
        return new PasskeyList([.. rows.Select(PasskeyCard.Of)]);
    }
}
