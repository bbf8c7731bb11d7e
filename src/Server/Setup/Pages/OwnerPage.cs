using Strongroom.Server.Agreements;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 4: who owns it.</summary>
internal static class OwnerPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/you", (CurrentDraft current, HttpRequest request) =>
            Page.Of<OwnerView>(Known(current.Value, OtherHost(current.Value, request)))).IsStep(SetupStep.You);
        steps.MapPost("/you", (
            CurrentDraft current, PageForm form, DescribeOwner describe, HttpRequest request) =>
            {
                OwnerInput input = Read(form);
                return SetupPages.Do(
                    current.Value,
                    () => describe.Run(current.Value, input),
                    faults => Page.Of<OwnerView>(
                        Typed(input, faults, OtherHost(current.Value, request)),
                        StatusCodes.Status422UnprocessableEntity));
            }).IsStep(SetupStep.You);
    }

    private static OwnerInput Read(PageForm form) => new()
    {
        Name = form["name"],
        Email = form["email"],
        Password = new PersonalText(form["password"]),
        WorksWithCustomers = form.Has("works"),
        Watches = form.Has("watches"),
        Attests = form.Has("attests"),
        Agrees = form.Has("agrees"),
    };

    private static OwnerModel Known(SetupDraft draft, string? otherHost)
    {
        var model = new OwnerModel { Agreement = CanonicalText.Default, OtherHost = otherHost };
        return draft.Owner is not { } owner ? model : model with
        {
            Name = owner.Name,
            Email = owner.Email,
            WorksWithCustomers = owner.Roles.Contains(Role.CaseHandler),
            Watches = owner.Roles.Contains(Role.SecurityOfficer),
        };
    }

    private static OwnerModel Typed(OwnerInput input, IReadOnlyList<FieldFault> faults, string? otherHost) => new()
    {
        Name = input.Name,
        Email = input.Email,
        WorksWithCustomers = input.WorksWithCustomers,
        Watches = input.Watches,
        Attests = input.Attests,
        Agrees = input.Agrees,
        Agreement = CanonicalText.Default,
        OtherHost = otherHost,
        Faults = faults,
    };

    private static string? OtherHost(SetupDraft draft, HttpRequest request)
    {
        string chosen = draft.Address!.PublicUrl.Authority;
        return string.Equals(chosen, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? null : chosen;
    }
}
