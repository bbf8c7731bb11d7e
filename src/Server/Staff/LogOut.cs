using Microsoft.AspNetCore.Http.HttpResults;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Ends the session that the request came with.</summary>
internal sealed class LogOut(Sessions sessions, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapDelete("/sessions/current", async (
            LogOut logOut, Standing standing, HttpResponse response, CancellationToken cancellation) =>
        {
            await logOut.RunAsync(standing, cancellation);
            SessionCookie.Remove(response);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permission.LoggedIn).AnswersWhileLocked();

    public async Task RunAsync(Standing standing, CancellationToken cancellation)
    {
        string session = standing.Session ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        await audit.RecordAsync(
            new AuditDraft { Act = AuditAct.LoggedOut, Actor = standing.Actor, Result = AuditResult.Done },
            cancellation);
        await sessions.EndAsync(Convert.FromHexString(session), cancellation);
    }
}
