using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>Lets somebody answer for an amber check with a reason, until what it found changes.</summary>
internal sealed class AcknowledgeCheck(RegistryDb db, RunChecks checks, AuditWriter audit, TimeProvider time)
{
    public const int LongestReason = 300;

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/checks/{id}/acknowledgements", async (
            string id, AcknowledgeRequest request, CurrentStanding standing, AcknowledgeCheck acknowledge,
            CancellationToken cancellation) =>
            {
                await acknowledge.RunAsync(standing.Value, id, request.Reason, cancellation);
                return TypedResults.StatusCode(StatusCodes.Status201Created);
            }).RequirePermission(Permission.AcknowledgeChecks);

    /// <exception cref="RefusedException">There is no such check, it is not amber, or the reason does not fit.</exception>
    public async Task RunAsync(Standing who, string untrustedId, string untrustedReason, CancellationToken cancellation)
    {
        Check check = (await checks.RunAsync(cancellation)).Items.FirstOrDefault(item => item.Id == untrustedId)
            ?? throw new RefusedException(CheckRefusals.NotFound);
        if (check.State is not "amber")
        {
            throw new RefusedException(CheckRefusals.NotAmber);
        }

        var input = new StaffInput();
        string reason = input.Text("reason", untrustedReason, LongestReason);
        input.ThrowIfFaulty();
        if (who.Actor.Id is not StaffId staff)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.CheckAcknowledged,
                Actor = who.Actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["check"] = check.Id,
                    ["reason"] = reason,
                },
            },
            cancellation);
        await KeepAsync(check, reason, staff);
    }

    private async Task KeepAsync(Check check, string reason, StaffId staff)
    {
        AcknowledgementRow? row = await db.Set<AcknowledgementRow>().SingleOrDefaultAsync(
            found => found.Id == check.Id, CancellationToken.None); // it stands in the log already
        if (row is null)
        {
            row = new AcknowledgementRow { Id = check.Id };
            db.Add(row);
        }

        row.Ground = check.Ground;
        row.Reason = reason;
        row.Staff = staff;
        row.At = time.GetUtcNow();
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
