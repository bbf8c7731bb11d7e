using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>The pages of the first run. They answer only while nobody owns the installation.</summary>
internal static class SetupPages
{
    public static void MapSetupPages(this RouteGroupBuilder pages)
    {
        ClaimPage.Map(pages);
        RouteGroupBuilder steps = pages.MapGroup("/setup");
        steps.AddEndpointFilterFactory((_, next) => context =>
            ActivatorUtilities.CreateInstance<DraftGate>(context.HttpContext.RequestServices)
                .InvokeAsync(context, next));
        BusinessPage.Map(steps);
        AddressPage.Map(steps);
        OwnerPage.Map(steps);
        PasskeysPage.Map(steps);
        FactorPage.Map(steps);
        CodesPage.Map(steps);
        KitPage.Map(steps);
        FirstCompartmentPage.Map(steps);
    }

    /// <summary>Where a step is.</summary>
    public static string PathOf(SetupStep step) => step switch
    {
        SetupStep.Business => "/setup/business",
        SetupStep.Address => "/setup/address",
        SetupStep.You => "/setup/you",
        SetupStep.Passkeys => "/setup/passkeys",
        SetupStep.Factor => "/setup/authenticator",
        SetupStep.Codes => "/setup/recovery-codes",
        SetupStep.Kit => "/setup/recovery-kit",
        SetupStep.Compartment => "/setup/compartment",
        _ => "/setup",
    };

    /// <summary>What every page of the first run is.</summary>
    public static TBuilder IsStep<TBuilder>(this TBuilder endpoint, SetupStep step)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new StepOfSetup(step)).RequirePermission(Permission.Anyone)
            .AnswersWhile(InstallationState.Unclaimed);

    /// <summary>Does what a form asks for and leads on, or shows the form again with what is to be corrected.</summary>
    public static IResult Do(
        SetupDraft draft, Action deed, Func<IReadOnlyList<FieldFault>, IResult> again)
    {
        try
        {
            deed();
            return Page.SeeOther(PathOf(draft.Next));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid && refused.Faults.Count > 0)
        {
            return again(refused.Faults);
        }
    }
}
