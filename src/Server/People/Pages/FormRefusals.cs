using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Refusals that a form shows with everything typed kept, and not as a page of their own.</summary>
internal static class FormRefusals
{
    public static bool AreShownOnTheForm(Refusal refusal) =>
        refusal.Kind is RefusalKind.Invalid or RefusalKind.StepUp or RefusalKind.Conflict or RefusalKind.NotAllowed
        && refusal != StaffRefusals.NotGranted;

    public static GrantModel On(GrantModel model, RefusedException refused) => model with
    {
        Faults = refused.Faults,
        NeedsStepUp = refused.Refusal.Kind == RefusalKind.StepUp,
        Refusal = Sentence(refused),
    };

    /// <summary>The refusal's own sentence where no field is at fault and no step-up is asked for.</summary>
    public static string? Sentence(RefusedException refused) =>
        refused.Faults.Count > 0 || refused.Refusal.Kind == RefusalKind.StepUp ? null : refused.Refusal.Sentence;
}
