using System.Globalization;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 5: the recovery sheet.</summary>
internal static class KitPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/recovery-kit", (CurrentDraft current, TimeProvider time) =>
            Show(current.Value, time, [], StatusCodes.Status200OK)).IsStep(SetupStep.Kit);
        steps.MapPost("/recovery-kit", (CurrentDraft current, PageForm form, TimeProvider time) => SetupPages.Do(
            current.Value,
            () => ConfirmSheet.Run(
                current.Value, new PersonalText(form["first"]), new PersonalText(form["second"])),
            faults => Show(current.Value, time, faults, StatusCodes.Status422UnprocessableEntity)))
            .IsStep(SetupStep.Kit).RequireRateLimiting(RateLimits.LogIn);
    }

    private static IResult Show(SetupDraft draft, TimeProvider time, IReadOnlyList<FieldFault> faults, int status) =>
        Page.Of<KitView>(
            new KitModel
            {
                Business = draft.Business,
                Day = time.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
                Lines = ConfirmSheet.Lines(draft),
                First = Words(draft.Asked.First),
                Second = Words(draft.Asked.Second),
                Faults = faults,
            },
            status);

    private static string Words(int group)
    {
        (int line, int place) = Math.DivRem(group, RecoverySheet.GroupsOfLine);
        return string.Create(CultureInfo.InvariantCulture, $"Line {line + 1}, group {place + 1}");
    }
}
