using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 6: the first compartment, and the end of the first run.</summary>
internal static class FirstCompartmentPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/compartment", (CurrentDraft current, Settings settings) =>
        {
            TradeTemplate trade = current.Value.Template;
            return Show(
                current.Value, settings, trade.Series, [.. trade.Kinds.Select(kind => kind.Kind)], [],
                StatusCodes.Status200OK);
        }).IsStep(SetupStep.Compartment);
        steps.MapPost("/compartment", FinishAsync).IsStep(SetupStep.Compartment);
    }

    private static async Task<IResult> FinishAsync(
        CurrentDraft current, PageForm form, FinishSetup finish, Settings settings, HttpResponse response,
        CancellationToken cancellation)
    {
        IReadOnlyList<string> kinds = form.All("kinds");
        try
        {
            SessionToken session = await finish.RunAsync(current.Value, form["compartment"], kinds, cancellation);
            SessionCookie.Write(response, session);
            SetupCookie.Remove(response);
            return Page.SeeOther("/checks?done=claimed");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid && refused.Faults.Count > 0)
        {
            return Show(
                current.Value, settings, form["compartment"], kinds, refused.Faults,
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Show(
        SetupDraft draft, Settings settings, string name, IReadOnlyList<string> chosen,
        IReadOnlyList<FieldFault> faults, int status) => Page.Of<FirstCompartmentView>(
        new FirstCompartmentModel
        {
            Name = name,
            Trade = draft.Template.Label,
            Kinds = draft.Template.Kinds,
            Chosen = chosen,
            Cap = settings.CompartmentCap,
            Faults = faults,
        },
        status);
}
