using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// Refusals as people meet them: a page with the sentence, or the page that can help: log in, step up, set up.
/// </summary>
internal static class RefusalPages
{
    private const int AskAgainSeconds = 2;

    /// <summary>Whether a person reads the answer: a page of ours, or an unknown address outside the API in a browser.</summary>
    public static bool IsFor(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<PageRoute>() is not null
            || (endpoint is not RouteEndpoint
                && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Answers with a page, or sends the browser to where it can go on.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal, int status)
    {
        IResult answer = Elsewhere(context.Request, refusal) is { } path
            ? Page.SeeOther(path)
            : Page.Of<RefusalView>(Words(context, refusal, status), status);
        return answer.ExecuteAsync(context);
    }

    // The form of a page is shown by GET on the path that it is posted to, so that one goes back there.
    private static string? Elsewhere(HttpRequest request, Refusal refusal) => refusal switch
    {
        { Kind: RefusalKind.NotLoggedIn } when refusal.Code == "locked" => "/lock?back=" + Back(request),
        { Kind: RefusalKind.NotLoggedIn } => "/log-in?back=" + Back(request),
        { Kind: RefusalKind.StepUp } => "/step-up?back=" + Back(request),
        { Code: "agreement-required" or "screening-required" } => "/waiting",
        _ when ReferenceEquals(refusal, ShellRefusals.Unclaimed) => "/setup",
        _ when ReferenceEquals(refusal, ShellRefusals.Sealed) => "/opening",
        _ => null,
    };

    private static string Back(HttpRequest request) => Uri.EscapeDataString(OwnPath.Of(request.Path.Value));

    private static RefusalModel Words(HttpContext context, Refusal refusal, int status) =>
        ReferenceEquals(refusal, ShellRefusals.Starting)
            ? new RefusalModel
            {
                Title = "Strongroom is starting",
                Sentence = $"{context.RequestServices.GetRequiredService<Readiness>().Step} … "
                    + "This page asks again by itself.",
                Path = context.Request.Path.Value ?? "/",
                PathLabel = "Try again",
                RefreshSeconds = HttpMethods.IsGet(context.Request.Method) ? AskAgainSeconds : 0,
            }
            : new RefusalModel
            {
                Title = ProblemWords.Title(refusal.Code),
                Sentence = refusal.Sentence,
                Path = "/",
                PathLabel = "Go to the first page",
                TraceId = status == StatusCodes.Status500InternalServerError ? ProblemAnswer.TraceId(context) : null,
            };
}
