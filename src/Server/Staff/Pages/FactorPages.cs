using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff.Pages;

/// <summary>The pages that ask whether it is still you: step-up and lock.</summary>
internal static class FactorPages
{
    private const string Back = "back";
    private const string Code = "code";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/step-up", async (
            string? back, FactorModels models, Standing standing, CancellationToken cancellation) =>
                Page.Of<StepUpView>(await models.OfAsync(standing, back, null, cancellation)))
            .RequirePermission(Permission.LoggedIn);
        pages.MapPost("/step-up", StepUpAsync)
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
        pages.MapGet("/lock", async (
            string? back, FactorModels models, Standing standing, CancellationToken cancellation) =>
                Page.Of<LockView>(await models.OfAsync(standing, back, null, cancellation)))
            .RequirePermission(Permission.LoggedIn).AnswersWhileLocked();
        pages.MapPost("/lock", LockAsync)
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn).AnswersWhileLocked();
    }

    private static async Task<IResult> StepUpAsync(
        PageForm form, StepUp stepUp, FactorModels models, Standing standing, HttpResponse response,
        CancellationToken cancellation)
    {
        try
        {
            var request = new StepUpRequest(new PersonalText(form[Code]));
            SessionCookie.Write(response, await stepUp.RunAsync(standing, request, cancellation));
            return Page.SeeOther(OwnPath.Of(form[Back]));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            return Page.Of<StepUpView>(
                await models.OfAsync(standing, form[Back], refused.Refusal, cancellation),
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> LockAsync(
        PageForm form, LockScreen screen, UnlockScreen unlock, FactorModels models, Standing standing,
        HttpResponse response, CancellationToken cancellation)
    {
        string back = OwnPath.Of(form[Back]);
        if (form.Has("lock"))
        {
            await screen.RunAsync(standing, cancellation);
            return Page.SeeOther("/lock?back=" + Uri.EscapeDataString(back));
        }

        try
        {
            SessionCookie.Write(response, await unlock.RunAsync(
                standing, new PersonalText(form[Code]), cancellation));
            return Page.SeeOther(back);
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            return Page.Of<LockView>(
                await models.OfAsync(standing, back, refused.Refusal, cancellation),
                StatusCodes.Status422UnprocessableEntity);
        }
    }
}
