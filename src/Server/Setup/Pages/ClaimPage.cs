using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 1: the setup code.</summary>
internal static class ClaimPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/setup", (HttpRequest request, ServerCertificate certificate, SetupDrafts drafts) =>
            drafts.Find(SetupCookie.Read(request)) is { } draft
                ? Page.SeeOther(SetupPages.PathOf(draft.Next))
                : Show(certificate, request.Query.ContainsKey("again"), [], StatusCodes.Status200OK))
            .IsStep(SetupStep.Claim);
        pages.MapPost("/setup", (
            PageForm form, BeginSetup begin, SetupDrafts drafts, ServerCertificate certificate, HttpResponse response) =>
            Begin(form, begin, drafts, certificate, response))
            .IsStep(SetupStep.Claim).RequireRateLimiting(RateLimits.LogIn);
    }

    private static IResult Begin(
        PageForm form, BeginSetup begin, SetupDrafts drafts, ServerCertificate certificate, HttpResponse response)
    {
        try
        {
            string token = begin.Run(new PersonalText(form["code"]));
            SetupCookie.Write(response, token);
            return Page.SeeOther(SetupPages.PathOf(drafts.Find(token)!.Next));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.NotAllowed)
        {
            return Show(
                certificate, isAgain: false, [new FieldFault("code", refused.Refusal.Sentence)],
                StatusCodes.Status403Forbidden);
        }
    }

    private static IResult Show(
        ServerCertificate certificate, bool isAgain, IReadOnlyList<FieldFault> faults, int status) =>
        Page.Of<ClaimView>(
            new ClaimModel { Fingerprint = certificate.Fingerprint, IsAgain = isAgain, Faults = faults }, status);
}
