using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strongroom.Server.Shell;

/// <summary>The origin of a site as a browser writes it: scheme, host in ASCII, and the port where it is not 443.</summary>
internal static class WebOrigin
{
    private const int Longest = 300;

    public static string Of(Uri url) => url.IsDefaultPort
        ? $"https://{url.IdnHost}"
        : string.Create(CultureInfo.InvariantCulture, $"https://{url.IdnHost}:{url.Port}");

    /// <summary>Reads an origin; no path, no wildcard, no name of anybody in it.</summary>
    public static bool TryRead(string? untrustedText, [NotNullWhen(true)] out string? origin)
    {
        bool isOrigin = untrustedText is { Length: <= Longest }
            && Uri.TryCreate(untrustedText, UriKind.Absolute, out Uri? url)
            && url is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && url.IdnHost.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');
        origin = isOrigin ? Of(new Uri(untrustedText!)) : null;
        return isOrigin;
    }
}
