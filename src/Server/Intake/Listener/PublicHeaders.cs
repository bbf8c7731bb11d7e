namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// The headers of every public answer. Only a form says who may show it in a frame: exactly the published origins.
/// </summary>
internal sealed class PublicHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors ";

    private const string Nobody = "'none'";

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy + Nobody;
        headers.StrictTransportSecurity = "max-age=63072000";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        return next(context);
    }

    /// <summary>Lets these sites show the page in a frame.</summary>
    public static void AllowFrames(HttpResponse response, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            response.Headers.ContentSecurityPolicy = ContentPolicy + string.Join(' ', origins);
            response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }
}
