using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Locks the session's screen: until it is unlocked, nothing answers but unlocking and logging out.
/// </summary>
internal sealed class LockScreen(Sessions sessions, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/sessions/current/locks", async (
            LockScreen screen, Standing standing, CancellationToken cancellation) =>
        {
            await screen.RunAsync(standing, cancellation);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permission.LoggedIn).AnswersWhileLocked();

    public async Task RunAsync(Standing standing, CancellationToken cancellation)
    {
        string session = standing.Session ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        if (standing.IsLocked)
        {
            return;
        }

        await audit.RecordAsync(
            new AuditDraft { Act = AuditAct.ScreenLocked, Actor = standing.Actor, Result = AuditResult.Done },
            cancellation);
        await sessions.LockAsync(Convert.FromHexString(session), cancellation);
    }
}
