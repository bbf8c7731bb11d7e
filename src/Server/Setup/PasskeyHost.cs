using System.Net;

namespace Strongroom.Server.Setup;

/// <summary>Whether passkeys will work under a host name, and what people typed as one. Pure.</summary>
internal static class PasskeyHost
{
    private const int LongestHost = 253;

    /// <summary>Passkeys are bound to a domain name; an IP address has none.</summary>
    public static bool IsGood(string host) => !IPAddress.TryParse(host.Trim('[', ']'), out _);

    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>https://host:port</c>.</summary>
    /// <returns>Null for anything else, also for a path or a plain <c>http</c>.</returns>
    public static Uri? TryRead(string untrustedAddress)
    {
        string text = untrustedAddress.Trim();
        text = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && url is { Scheme: "https", PathAndQuery: "/", UserInfo.Length: 0, Fragment.Length: 0 }
            && url.IdnHost.Length is > 0 and <= LongestHost && Uri.CheckHostName(url.IdnHost) != UriHostNameType.Unknown
            ? new UriBuilder("https", url.IdnHost, url.Port).Uri
            : null;
    }
}
