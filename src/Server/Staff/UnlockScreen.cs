using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Unlocks a screen with a passkey or the second factor, and renews the token.</summary>
internal sealed class UnlockScreen(
    RegistryDb db, AskPasskey ask, FreshFactor fresh, Sessions sessions, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/current/unlockings", async (
            StepUpRequest request, UnlockScreen unlock, Standing standing, Settings settings, HttpResponse response,
            CancellationToken cancellation) =>
                Answer(await unlock.RunAsync(standing, request.Code, cancellation), settings, response))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn).AnswersWhileLocked();
        api.MapPost("/sessions/current/unlockings/passkeys/challenges", async (
            UnlockScreen unlock, Standing standing, CancellationToken cancellation) =>
                TypedResults.Ok(await unlock.BeginAsync(standing, cancellation)))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn).AnswersWhileLocked();
        api.MapPost("/sessions/current/unlockings/passkeys", async (
            PasskeyAnswer request, UnlockScreen unlock, Standing standing, Settings settings, HttpResponse response,
            CancellationToken cancellation) =>
                Answer(await unlock.RunAsync(standing, request, cancellation), settings, response))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn).AnswersWhileLocked();
    }

    public async Task<PasskeyOptionsCard> BeginAsync(Standing standing, CancellationToken cancellation)
    {
        StaffRow staff = await StaffAsync(standing, cancellation);
        var ceremony = new Ceremony
        {
            Kind = CeremonyKind.Unlock,
            BoundTo = standing.Session!,
            State = string.Empty,
        };
        return await ask.BeginAsync(ceremony, staff, null);
    }

    /// <summary>With a code of the authenticator or a recovery code.</summary>
    public async Task<SessionToken> RunAsync(Standing standing, PersonalText code, CancellationToken cancellation)
    {
        StaffRow staff = await StaffAsync(standing, cancellation);
        try
        {
            await fresh.RequireAsync(standing, code, cancellation);
        }
        catch (RefusedException)
        {
            await RecordAsync(standing, SessionMethod.Password, AuditResult.Refused, cancellation);
            throw;
        }

        return await FinishAsync(standing, staff, SessionMethod.Password, cancellation);
    }

    /// <summary>With a passkey.</summary>
    public async Task<SessionToken> RunAsync(
        Standing standing, PasskeyAnswer answer, CancellationToken cancellation)
    {
        StaffRow staff = await StaffAsync(standing, cancellation);
        if (await ask.CheckAsync(answer, CeremonyKind.Unlock, standing.Session!, cancellation) is null)
        {
            await RecordAsync(standing, SessionMethod.Passkey, AuditResult.Refused, cancellation);
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        return await FinishAsync(standing, staff, SessionMethod.Passkey, cancellation);
    }

    private async Task<SessionToken> FinishAsync(
        Standing standing, StaffRow staff, string method, CancellationToken cancellation)
    {
        await RecordAsync(standing, method, AuditResult.Done, cancellation);
        SessionToken token = await sessions.RenewAsync(
            Convert.FromHexString(standing.Session!), staff, null, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotLoggedIn);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private Task<long> RecordAsync(
        Standing standing, string method, AuditResult result, CancellationToken cancellation) => audit.RecordAsync(
        new AuditDraft
        {
            Act = AuditAct.ScreenUnlocked,
            Actor = standing.Actor,
            Result = result,
            Body = SessionMethod.Facts(method),
        },
        cancellation);

    private async Task<StaffRow> StaffAsync(Standing standing, CancellationToken cancellation)
    {
        if (standing.Session is null || standing.Actor.Id is not StaffId id)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        return await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
    }

    private static Ok<SessionCard> Answer(SessionToken token, Settings settings, HttpResponse response)
    {
        SessionCookie.Write(response, token);
        return TypedResults.Ok(new SessionCard(token.EndsAt, (int)settings.SessionIdle.TotalMinutes));
    }
}
