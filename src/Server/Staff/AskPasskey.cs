using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Asks a passkey to sign a challenge and checks the answer. Identity's handler does both; here its challenge is
/// exchanged where the act decides what is signed, and the counter is compared where two answers cannot pass together.
/// </summary>
internal sealed class AskPasskey(
    RegistryDb db, PasskeyHandling handling, OpenCeremonies open, AuditWriter audit, TimeProvider time)
{
    private const string Challenge = "challenge";

    /// <summary>Begins a ceremony.</summary>
    /// <param name="ceremony">Kind, who may answer and terms; the state is filled in here.</param>
    /// <param name="staff">Whose passkeys may answer; null at the log-in.</param>
    /// <param name="challenge">What is signed; null for 32 random bytes.</param>
    public async Task<PasskeyOptionsCard> BeginAsync(Ceremony ceremony, StaffRow? staff, byte[]? challenge)
    {
        PasskeyRequestOptionsResult asked = await handling.Handler().MakeRequestOptionsAsync(staff, handling.Http);
        JsonObject options = JsonNode.Parse(asked.RequestOptionsJson)!.AsObject();
        JsonObject state = JsonNode.Parse(asked.AssertionState!)!.AsObject();
        if (challenge is not null)
        {
            // PasskeyTests pins the two forms: base64url for the browser, base64 in the handler's own state.
            options[Challenge] = Base64Url.EncodeToString(challenge);
            state[Challenge] = Convert.ToBase64String(challenge);
        }

        string id = open.Begin(ceremony with { State = state.ToJsonString() });
        return new PasskeyOptionsCard(id, JsonSerializer.SerializeToElement(options, StaffJson.Default.JsonObject));
    }

    /// <summary>Checks an answer whole.</summary>
    /// <returns>The proof, or null for whatever does not hold; the ceremony is over either way.</returns>
    public async Task<PasskeyProof?> CheckAsync(
        PasskeyAnswer answer, CeremonyKind kind, string boundTo, CancellationToken cancellation)
    {
        if (!open.TryTake(answer.Ceremony, kind, boundTo, out Ceremony? ceremony)
            || !PasskeyAssertion.TryRead(answer.Credential, out PasskeyAssertion? assertion))
        {
            return null;
        }

        PasskeyAssertionResult<StaffRow> result = await handling.Handler().PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = handling.Http,
                CredentialJson = assertion.ToJson(),
                AssertionState = ceremony.State,
            });
        if (!result.Succeeded || result.User.State != StaffState.Active)
        {
            return null;
        }

        PasskeyRow passkey = await db.Set<PasskeyRow>().AsNoTracking().SingleAsync(
            row => row.Credential == assertion.Credential, cancellation);
        bool isNewer = await CountAsync(passkey, result.Passkey, cancellation);
        return !isNewer ? null : new PasskeyProof
        {
            Staff = result.User,
            Passkey = passkey,
            Assertion = assertion,
            Ceremony = ceremony,
        };
    }

    // One statement compares and notes, so that of two answers with the same count one is refused. A copy of the key
    // would count from where it was copied; that is put on record.
    private async Task<bool> CountAsync(PasskeyRow passkey, UserPasskeyInfo used, CancellationToken cancellation)
    {
        string id = passkey.Id.ToString();
        long count = used.SignCount;
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        int noted = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE passkey SET sign_count = {count}, is_backed_up = {used.IsBackedUp}, used_at = {now}
            WHERE id = {id} AND (sign_count < {count} OR (sign_count = 0 AND {count} = 0))
            """,
            cancellation);
        if (noted == 1)
        {
            return true;
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.PasskeyRegressed,
                Actor = Actor.Of(passkey.Staff),
                Result = AuditResult.Refused,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["passkey"] = id,
                    ["seen"] = passkey.SignCount.ToString(CultureInfo.InvariantCulture),
                    ["presented"] = count.ToString(CultureInfo.InvariantCulture),
                },
            },
            cancellation);
        return false;
    }
}
