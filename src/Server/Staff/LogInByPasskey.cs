using Microsoft.AspNetCore.Http.HttpResults;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Logs a person in with a passkey that has verified its holder; it says itself whose it is, so nobody types an address
/// and no answer tells who works here. Tries of passwords do not lock it.
/// </summary>
internal sealed class LogInByPasskey(
    RegistryDb db, AskPasskey ask, Sessions sessions, AuditWriter audit, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/passkeys/challenges", async (LogInByPasskey logIn) =>
                TypedResults.Ok(await logIn.BeginAsync()))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/sessions/passkeys", AnswerAsync)
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
    }

    public Task<PasskeyOptionsCard> BeginAsync() => ask.BeginAsync(
        new Ceremony { Kind = CeremonyKind.LogIn, BoundTo = string.Empty, State = string.Empty }, null, null);

    public async Task<SessionToken> RunAsync(PasskeyAnswer answer, CancellationToken cancellation)
    {
        PasskeyProof? proof = await ask.CheckAsync(answer, CeremonyKind.LogIn, string.Empty, cancellation);
        if (proof is null || CheckCredentials.IsDormant(proof.Staff, time.GetUtcNow()))
        {
            await audit.RecordAsync(
                new AuditDraft
                {
                    Act = AuditAct.LogInFailed,
                    Actor = Actor.Visitor,
                    Result = AuditResult.Refused,
                    Body = SessionMethod.Facts(SessionMethod.Passkey),
                },
                cancellation);
            throw new RefusedException(StaffRefusals.PasskeyLogInFailed);
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.LoggedIn,
                Actor = Actor.Of(proof.Staff.Id),
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(
                    SessionMethod.Facts(SessionMethod.Passkey), StringComparer.Ordinal)
                {
                    ["passkey"] = proof.Passkey.Id.ToString(),
                },
            },
            cancellation);
        await sessions.SweepAsync(cancellation);
        proof.Staff.LoggedInAt = time.GetUtcNow();
        SessionToken token = sessions.Begin(proof.Staff, SessionMethod.Passkey);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private static async Task<Ok<SessionCard>> AnswerAsync(
        PasskeyAnswer answer, LogInByPasskey logIn, Settings settings, HttpResponse response,
        CancellationToken cancellation)
    {
        SessionToken token = await logIn.RunAsync(answer, cancellation);
        SessionCookie.Write(response, token);
        return TypedResults.Ok(new SessionCard(token.EndsAt, (int)settings.SessionIdle.TotalMinutes));
    }
}
