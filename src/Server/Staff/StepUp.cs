using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Takes the second factor again and renews the token; acts that ask for it are open for some minutes.
/// </summary>
internal sealed class StepUp(RegistryDb db, SecondFactor factor, LogInTries tries, Sessions sessions, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/sessions/current/step-ups", AnswerAsync)
        .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);

    public async Task<SessionToken> RunAsync(Standing standing, StepUpRequest request, CancellationToken cancellation)
    {
        if (standing.Session is not { } session || standing.Actor.Id is not StaffId id)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
        bool mayTry = await tries.TakeAsync(id, cancellation);
        bool isRight = await factor.TryUseAsync(staff, request.Code.Reveal(), mayTry, cancellation);
        long entry = await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.SteppedUp,
                Actor = standing.Actor,
                Result = isRight ? AuditResult.Done : AuditResult.Refused,
            },
            cancellation);
        if (!isRight)
        {
            throw new RefusedException(StaffRefusals.WrongCode);
        }

        await tries.ForgetAsync(id, cancellation);
        SessionToken token = await sessions.RenewAsync(
            Convert.FromHexString(session), staff, new StepUpMark(entry, For: null), cancellation)
            ?? throw new RefusedException(StaffRefusals.NotLoggedIn);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Refuses unless the second factor was given on purpose a short while ago.</summary>
    public static void Require(Standing standing, Settings settings, TimeProvider time)
    {
        if (standing.IsServiceAccount)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        // A step-up that a passkey gave for one act opens that act only.
        if (standing.SteppedUpAt is not { } at || time.GetUtcNow() - at >= settings.StepUpFresh
            || standing.SteppedUpFor is not null)
        {
            throw new RefusedException(StaffRefusals.StepUpRequired);
        }
    }

    private static async Task<Ok<SessionCard>> AnswerAsync(
        StepUpRequest request, StepUp stepUp, Standing standing, Settings settings, HttpResponse response,
        CancellationToken cancellation)
    {
        SessionToken token = await stepUp.RunAsync(standing, request, cancellation);
        SessionCookie.Write(response, token);
        return TypedResults.Ok(new SessionCard(token.EndsAt, (int)settings.SessionIdle.TotalMinutes));
    }
}
