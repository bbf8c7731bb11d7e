using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders.Pages;

/// <summary>The pages of keys: opening, which answers while everything is sealed; the inventory; closing everything.</summary>
internal static class KeyHolderPages
{
    public static void MapKeyHolderPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/opening", (PresentShare present) => Show(present, [], StatusCodes.Status200OK))
            .RequirePermission(Permission.Anyone).AnswersWhile(InstallationState.Sealed, InstallationState.Open);
        pages.MapPost("/opening", PresentAsync)
            .RequirePermission(Permission.Anyone).AnswersWhile(InstallationState.Sealed, InstallationState.Open)
            .RequireRateLimiting(RateLimits.LogIn);
        pages.MapGet("/keys", async (ListKeys list, CancellationToken cancellation) =>
            Page.Of<KeysView>(await list.RunAsync(cancellation))).RequirePermission(Permission.ViewKeys);
        pages.MapGet("/keys/closing", (CurrentStanding standing, Settings settings, TimeProvider time) =>
        {
            StepUp.Require(standing.Value, settings, time);
            return Page.Of<SealView>(new SealModel());
        }).RequirePermission(Permission.ManageKeys);
        pages.MapPost("/keys/closing", async (
            PageForm _, CurrentStanding standing, SealInstallation seal, CancellationToken cancellation) =>
        {
            await seal.RunAsync(standing.Value, cancellation);
            return Page.SeeOther("/opening");
        }).RequirePermission(Permission.ManageKeys);
    }

    private static async Task<IResult> PresentAsync(
        PageForm form, HttpContext http, PresentShare present, CancellationToken cancellation)
    {
        try
        {
            OpeningState state = await present.RunAsync(
                Read(form), http.Connection.RemoteIpAddress, cancellation);
            return Page.SeeOther(state.State == "open" ? "/" : "/opening");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is not RefusalKind.TooMany)
        {
            string field = form["sheet"].Length > 0 ? "sheet" : "code";
            return Show(
                present, [new FieldFault(field, refused.Faults.Count > 0 ? refused.Faults[0].Sentence : refused.Refusal.Sentence)],
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static PresentRequest Read(PageForm form)
    {
        string[] lines = form["sheet"].Split(
            '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0
            ? new PresentRequest { Lines = [.. lines.Select(line => new PersonalText(line))] }
            : new PresentRequest
            {
                Number = int.TryParse(
                    form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null,
                Code = new PersonalText(form["code"]),
            };
    }

    private static IResult Show(PresentShare present, IReadOnlyList<FieldFault> faults, int status) =>
        Page.Of<OpeningView>(new OpeningModel(present.State(), faults), status);
}
