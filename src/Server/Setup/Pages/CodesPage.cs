using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 4, last part: recovery codes.</summary>
internal static class CodesPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/recovery-codes", (CurrentDraft current) => Page.Of<CodesView>(
            new CodesModel { Codes = current.Value.Owner!.RecoveryCodes })).IsStep(SetupStep.Codes);
        steps.MapPost("/recovery-codes", (CurrentDraft current, PageForm form) => SetupPages.Do(
            current.Value,
            () => Keep(current.Value, form),
            faults => Page.Of<CodesView>(
                new CodesModel { Codes = current.Value.Owner!.RecoveryCodes, Faults = faults },
                StatusCodes.Status422UnprocessableEntity))).IsStep(SetupStep.Codes);
    }

    private static void Keep(SetupDraft draft, PageForm form) =>
        draft.Owner!.HasKeptCodes = form.Has("kept") ? true : throw new RefusedException(
            SetupRefusals.Invalid, new FieldFault("kept", "Put them on paper first: they are not shown again."));
}
