using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 4, second part: the authenticator.</summary>
internal static class FactorPage
{
    private const int Group = 4;

    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/authenticator", (CurrentDraft current) => Show(current.Value, [], StatusCodes.Status200OK))
            .IsStep(SetupStep.Factor);
        steps.MapPost("/authenticator", (CurrentDraft current, PageForm form, ProveFactor prove) => SetupPages.Do(
            current.Value,
            () => prove.Run(current.Value, new PersonalText(form["code"])),
            faults => Show(current.Value, faults, StatusCodes.Status422UnprocessableEntity)))
            .IsStep(SetupStep.Factor).RequireRateLimiting(RateLimits.LogIn);
    }

    private static IResult Show(SetupDraft draft, IReadOnlyList<FieldFault> faults, int status)
    {
        FactorCard card = ProveFactor.Card(draft);
        return Page.Of<FactorView>(
            new FactorModel
            {
                Secret = string.Join(' ', card.Secret.Chunk(Group).Select(group => new string(group))),
                Uri = card.Uri,
                Faults = faults,
            },
            status);
    }
}
