using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>
/// Keeps other sites from acting through a visitor's browser. Every browser of today says where a request comes from,
/// in
/// <c>Sec-Fetch-Site</c> or at least in <c>Origin</c>; what says neither is no browser and carries no cookie by itself.
/// </summary>
internal static class SameOrigin
{
    /// <exception cref="RefusedException">The request changes something and comes from another site.</exception>
    public static void Check(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(
            request.Method))
        {
            return;
        }

        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        bool isSame = site is not null
            ? site is "same-origin" or "none"
            : origin is null || string.Equals(
                origin, $"https://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        if (!isSame)
        {
            throw new RefusedException(ShellRefusals.CrossSite);
        }
    }
}
