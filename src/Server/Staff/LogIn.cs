using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Logs a person in with password and second factor. Unknown, wrong, locked, suspended and dormant take the same
/// path, the same work
/// and the same answer.
/// </summary>
internal sealed class LogIn(
    RegistryDb db, CheckCredentials credentials, Sessions sessions, AuditWriter audit, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sessions", AnswerAsync).RequirePermission(Permission.Anyone).RequireRateLimiting(
            RateLimits.LogIn);

    public async Task<SessionToken> RunAsync(LogInRequest request, CancellationToken cancellation)
    {
        StaffRow? staff = await credentials.RunAsync(request, cancellation);
        if (staff is null)
        {
            await audit.RecordAsync(
                new AuditDraft { Act = AuditAct.LogInFailed, Actor = Actor.Visitor, Result = AuditResult.Refused },
                cancellation);
            throw new RefusedException(StaffRefusals.LogInFailed);
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.LoggedIn,
                Actor = Actor.Of(staff.Id),
                Result = AuditResult.Done,
                Body = SessionMethod.Facts(SessionMethod.Password),
            },
            cancellation);
        await sessions.SweepAsync(cancellation);
        staff.LoggedInAt = time.GetUtcNow();
        SessionToken token = sessions.Begin(staff, SessionMethod.Password);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private static async Task<Ok<SessionCard>> AnswerAsync(
        LogInRequest request, LogIn logIn, Settings settings, HttpResponse response, CancellationToken cancellation)
    {
        SessionToken token = await logIn.RunAsync(request, cancellation);
        SessionCookie.Write(response, token);
        return TypedResults.Ok(new SessionCard(token.EndsAt, (int)settings.SessionIdle.TotalMinutes));
    }
}
