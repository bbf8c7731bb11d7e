namespace Strongroom.Server.Shell.Pages;

/// <summary>303: post, redirect, get. TypedResults knows 302 only, with which a browser may repeat the post.</summary>
/// <param name="path">A path on this host.</param>
internal sealed class SeeOtherResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = OwnPath.Of(path);
        return Task.CompletedTask;
    }
}
