using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 2: what the business is called, and its trade.</summary>
internal static class BusinessPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/business", (CurrentDraft current, ChosenSettings chosen) =>
            Show(current.Value.Business, current.Value.Template.Id, chosen, [], StatusCodes.Status200OK))
            .IsStep(SetupStep.Business);
        steps.MapPost("/business", (CurrentDraft current, PageForm form, ChosenSettings chosen) => SetupPages.Do(
            current.Value,
            () => DescribeBusiness.Run(current.Value, form["business"], form["template"]),
            faults => Show(
                form["business"], form["template"], chosen, faults, StatusCodes.Status422UnprocessableEntity)))
            .IsStep(SetupStep.Business);
    }

    private static IResult Show(
        string name, string template, ChosenSettings chosen, IReadOnlyList<FieldFault> faults, int status) =>
        Page.Of<BusinessView>(
            new BusinessModel
            {
                Name = name,
                Template = template,
                ArePurposesLocked = chosen.IsLocked("Purposes:0:Id"),
                Faults = faults,
            },
            status);
}
