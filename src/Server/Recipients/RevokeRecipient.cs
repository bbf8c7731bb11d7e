using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// Takes a recipient's codes back, with a fresh step-up: they resolve no more and no new ones are made. The rows stay,
/// inert, until their customers go.
/// </summary>
internal sealed class RevokeRecipient(
    RecipientRegister register, AuditWriter audit, Settings settings, TimeProvider time)
{
    public static void Map(RouteGroupBuilder recipients) =>
        recipients.MapDelete("/{id}", async (
            RecipientId id, CurrentStanding standing, RevokeRecipient revoke, CancellationToken cancellation) =>
        {
            await revoke.RunAsync(standing.Value, id, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.ManageRecipients);

    /// <exception cref="RefusedException">The second factor was not given lately, or a program asks.</exception>
    public void RequireStepUp(Standing who) => StepUp.Require(who, settings, time);

    /// <summary>Doing it twice is no mistake: the second time changes nothing.</summary>
    /// <exception cref="RefusedException">There is none, or a step-up is needed.</exception>
    public async Task RunAsync(Standing who, RecipientId id, CancellationToken cancellation)
    {
        RequireStepUp(who);
        RecipientRow row = await register.FindAsync(id, cancellation);
        if (row.RevokedAt is not null)
        {
            return;
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.RecipientRevoked,
                Actor = who.Actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["recipient"] = row.Id.ToString(),
                    ["name"] = row.Name,
                    ["purpose"] = row.Purpose,
                },
            },
            cancellation);
        await register.RevokeAsync(id, cancellation);
    }
}
