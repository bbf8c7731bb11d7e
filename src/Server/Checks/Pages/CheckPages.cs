using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks.Pages;

/// <summary>The page of the checks, and the one on which somebody answers for an amber.</summary>
internal static class CheckPages
{
    public static void MapCheckPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/checks", async (
            RunChecks checks, CurrentStanding standing, HttpRequest request, CancellationToken cancellation) =>
            {
                IReadOnlySet<Permission> may = standing.Value.Permissions;
                return Page.Of<ChecksView>(new ChecksModel
                {
                    Items = (await checks.RunAsync(cancellation)).Items,
                    MayAcknowledge = may.Contains(Permission.AcknowledgeChecks),
                    IsFirst = request.Query["done"] == "claimed",
                    IsAcknowledged = request.Query["done"] == "acknowledged",
                    MayLoadDemo = may.Contains(Permission.CreateCustomers),
                    MayImport = may.Contains(Permission.ImportCustomers),
                });
            }).RequirePermission(Permission.ViewChecks);
        pages.MapGet("/checks/{id}/acknowledgements", async (
            string id, RunChecks checks, CancellationToken cancellation) =>
            Page.Of<AcknowledgeView>(new AcknowledgeModel { Check = await FindAsync(id, checks, cancellation) }))
            .RequirePermission(Permission.AcknowledgeChecks);
        pages.MapPost("/checks/{id}/acknowledgements", AcknowledgeAsync)
            .RequirePermission(Permission.AcknowledgeChecks);
    }

    private static async Task<IResult> AcknowledgeAsync(
        string id, PageForm form, CurrentStanding standing, AcknowledgeCheck acknowledge, RunChecks checks,
        CancellationToken cancellation)
    {
        try
        {
            await acknowledge.RunAsync(standing.Value, id, form["reason"], cancellation);
            return Page.SeeOther("/checks?done=acknowledged");
        }
        catch (RefusedException refused) when (refused.Faults.Count > 0)
        {
            return Page.Of<AcknowledgeView>(
                new AcknowledgeModel
                {
                    Check = await FindAsync(id, checks, cancellation),
                    Reason = form["reason"],
                    Faults = refused.Faults,
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<Check> FindAsync(string untrustedId, RunChecks checks, CancellationToken cancellation)
    {
        Check check = (await checks.RunAsync(cancellation)).Items.FirstOrDefault(item => item.Id == untrustedId)
            ?? throw new RefusedException(CheckRefusals.NotFound);
        return check.State is "amber" ? check : throw new RefusedException(CheckRefusals.NotAmber);
    }
}
