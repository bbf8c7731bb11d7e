using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Server.Staff;

/// <summary>The cookie that carries a session: this host only, TLS only, no script, never from another site.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-strongroom";
    private const string Bearer = "Bearer ";

    private static readonly CookieOptions Options = new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };

    public static void Write(HttpResponse response, SessionToken token) =>
        response.Cookies.Append(Name, token.Reveal(), Options);

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options);

    /// <summary>Whether the caller is a program that sends its token itself; a browser has the cookie.</summary>
    public static bool IsBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the caller presents: a bearer token, or else the cookie.</summary>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out string? untrustedToken)
    {
        string? header = request.Headers.Authorization;
        untrustedToken = header is not null && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : request.Cookies[Name];
        return !string.IsNullOrEmpty(untrustedToken);
    }
}
