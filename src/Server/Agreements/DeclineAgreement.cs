using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Puts on record that somebody does not agree. Nothing else changes: the door to customers stays as shut as it was,
/// and whoever thinks again may sign.
/// </summary>
internal sealed class DeclineAgreement(SignAgreement sign, AuditWriter audit)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/agreements/{id}/declines", async (
            AgreementId id, DeclineAgreement decline, Standing standing, CancellationToken cancellation) =>
        {
            await decline.RunAsync(standing, id, cancellation);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);

    public async Task RunAsync(Standing standing, AgreementId id, CancellationToken cancellation)
    {
        if (standing.Actor.Id is not StaffId)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        AgreementRow agreement = await sign.FindCurrentAsync(id, cancellation);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.AgreementDeclined,
                Actor = standing.Actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["agreement"] = agreement.Id.ToString(),
                    ["version"] = agreement.Version.ToString(CultureInfo.InvariantCulture),
                    ["textSha256"] = Convert.ToHexStringLower(agreement.TextHash),
                },
            },
            cancellation);
    }
}
