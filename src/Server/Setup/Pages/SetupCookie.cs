namespace Strongroom.Server.Setup.Pages;

/// <summary>The cookie that binds a first run to one browser; it ends with the browser.</summary>
internal static class SetupCookie
{
    private const string Name = "__Host-strongroom-setup";

    private static readonly CookieOptions Options = new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options);

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options);
}
