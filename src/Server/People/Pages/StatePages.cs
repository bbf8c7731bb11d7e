using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Suspending somebody, reinstating, and the day that somebody leaves.</summary>
internal static class StatePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff/{id}/state", async (
            StaffId id, MemberModels models, Standing standing, CancellationToken cancellation) =>
                Page.Of<StateView>(new StateModel { Of = await models.OfAsync(standing, id, cancellation) }))
            .RequirePermission(Permission.ManageStaff);
        pages.MapPost("/staff/{id}/state", ChangeAsync).RequirePermission(Permission.ManageStaff);
    }

    private static async Task<IResult> ChangeAsync(
        StaffId id, PageForm form, ChangeStaff change, RecordDeparture departure, MemberModels models,
        Standing standing, CancellationToken cancellation)
    {
        try
        {
            string done = await RunAsync(standing, id, form, change, departure, cancellation);
            return Page.SeeOther($"/staff/{id}?done={done}");
        }
        catch (RefusedException refused) when (FormRefusals.AreShownOnTheForm(refused.Refusal))
        {
            return Page.Of<StateView>(
                new StateModel
                {
                    Of = await models.OfAsync(standing, id, cancellation),
                    Refusal = refused.Faults.Count > 0 ? refused.Faults[0].Sentence : refused.Refusal.Sentence,
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<string> RunAsync(
        Standing standing, StaffId id, PageForm form, ChangeStaff change, RecordDeparture departure,
        CancellationToken cancellation)
    {
        switch (form["act"])
        {
            case "leave":
                await departure.RunAsync(standing, id, CheckVersion, cancellation);
                return "left";
            case "reinstate":
                await change.RunAsync(standing, id, new ChangeRequest(State: "active"), CheckVersion, cancellation);
                return "reinstated";
            default:
                await change.RunAsync(standing, id, new ChangeRequest(State: "suspended"), CheckVersion, cancellation);
                return "suspended";
        }

        void CheckVersion(long version) => GrantPages.CheckVersion(form, version);
    }
}
