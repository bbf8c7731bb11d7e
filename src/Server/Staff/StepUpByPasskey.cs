using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Takes a passkey's signature over one act; the session may then do that act for some minutes and no other that asks
/// for a step-up. The assertion is kept in the entry, and the entry of the act names it.
/// </summary>
internal sealed class StepUpByPasskey(RegistryDb db, AskPasskey ask, Sessions sessions, AuditWriter audit)
{
    private const string ActTerm = "act";
    private const string MarkTerm = "actSha256";
    private const string KindsTerm = "fields";
    private const string PurposeTerm = "purpose";
    private const string NonceTerm = "nonce";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/current/step-ups/passkeys/challenges", async (
            StepUpByPasskey stepUp, Standing standing, CancellationToken cancellation, StepUpActRequest? request) =>
                TypedResults.Ok(await stepUp.BeginAsync(standing, request, cancellation)))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/sessions/current/step-ups/passkeys", AnswerAsync)
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }

    public async Task<PasskeyOptionsCard> BeginAsync(
        Standing standing, StepUpActRequest? request, CancellationToken cancellation)
    {
        if (standing.Session is not { } session || standing.Actor.Id is not StaffId id)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        if (!StepUpAct.TryRead(request, out StepUpAct? act))
        {
            throw new RefusedException(
                StaffRefusals.Invalid, new FieldFault("name", "general, or reveal with customer, fields and purpose."));
        }

        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
        byte[] nonce = RandomNumberGenerator.GetBytes(StepUpAct.NonceBytes);
        var ceremony = new Ceremony
        {
            Kind = CeremonyKind.StepUp,
            BoundTo = session,
            State = string.Empty,
            Terms = Terms(act, nonce),
        };
        return await ask.BeginAsync(ceremony, staff, act.Challenge(id, nonce));
    }

    public async Task<SessionToken> RunAsync(
        Standing standing, PasskeyAnswer answer, CancellationToken cancellation)
    {
        string session = standing.Session ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        PasskeyProof? proof = await ask.CheckAsync(answer, CeremonyKind.StepUp, session, cancellation);
        long entry = await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.SteppedUp,
                Actor = standing.Actor,
                Result = proof is null ? AuditResult.Refused : AuditResult.Done,
                Body = proof is null ? SessionMethod.Facts(SessionMethod.Passkey) : AssertionFacts.Of(proof),
            },
            cancellation);
        if (proof is null)
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        var mark = new StepUpMark(entry, proof.Ceremony.Terms.GetValueOrDefault(MarkTerm));
        SessionToken token = await sessions.RenewAsync(
            Convert.FromHexString(session), proof.Staff, mark, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotLoggedIn);
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private static async Task<Ok<SessionCard>> AnswerAsync(
        PasskeyAnswer answer, StepUpByPasskey stepUp, Standing standing, Settings settings, HttpResponse response,
        CancellationToken cancellation)
    {
        SessionToken token = await stepUp.RunAsync(standing, answer, cancellation);
        SessionCookie.Write(response, token);
        return TypedResults.Ok(new SessionCard(token.EndsAt, (int)settings.SessionIdle.TotalMinutes));
    }

    // The code itself is left out: this entry is not sealed under the customer's key. Its hash is in the act's.
    private static Dictionary<string, string> Terms(StepUpAct act, byte[] nonce)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ActTerm] = act.Name,
            [NonceTerm] = Base64Url.EncodeToString(nonce),
        };
        if (act.Mark is { } mark)
        {
            terms[MarkTerm] = mark;
        }

        if (act.Kinds.Count > 0)
        {
            terms[KindsTerm] = string.Join(',', act.Kinds);
        }

        if (act.Purpose is { } purpose)
        {
            terms[PurposeTerm] = purpose;
        }

        return terms;
    }
}
