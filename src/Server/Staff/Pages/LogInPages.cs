using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff.Pages;

/// <summary>Getting in and out, without script: log-in and log-out.</summary>
internal static class LogInPages
{
    private const string Back = "back";
    private const string Left = "left";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/log-in", Show).RequirePermission(Permission.Anyone);
        pages.MapPost("/log-in", LogInAsync)
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn);
        pages.MapGet("/log-out", () => Page.Of<LogOutView>())
            .RequirePermission(Permission.LoggedIn).AnswersWhileLocked();
        pages.MapPost("/log-out", async (
            LogOut logOut, Standing standing, HttpResponse response, CancellationToken cancellation) =>
        {
            await logOut.RunAsync(standing, cancellation);
            SessionCookie.Remove(response);
            return Page.SeeOther("/log-in?done=" + Left);
        }).RequirePermission(Permission.LoggedIn).AnswersWhileLocked();
    }

    private static IResult Show(string? back, string? done, Standing standing, PasskeyPlace place) =>
        standing.Actor.Kind != ActorKind.Visitor && !standing.IsLocked
            ? Page.SeeOther(OwnPath.Of(back))
            : Page.Of<LogInView>(new LogInModel
            {
                Back = OwnPath.Of(back),
                HasPasskeys = place.IsName,
                HasLeft = done is Left,
            });

    private static async Task<IResult> LogInAsync(
        PageForm form, LogIn logIn, PasskeyPlace place, HttpResponse response, CancellationToken cancellation)
    {
        var request = new LogInRequest(
            new PersonalText(form["email"]), new PersonalText(form["password"]), new PersonalText(form["code"]));
        try
        {
            SessionToken token = await logIn.RunAsync(request, cancellation);
            SessionCookie.Write(response, token);
            return Page.SeeOther(OwnPath.Of(form[Back]));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.NotLoggedIn)
        {
            return Page.Of<LogInView>(
                new LogInModel
                {
                    Back = OwnPath.Of(form[Back]),
                    HasPasskeys = place.IsName,
                    Email = form["email"],
                    Refusal = refused.Refusal.Sentence,
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }
}
