namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// Paths of this host. Where to go on after log-in is said by the address, so anybody can make a link that says it.
/// </summary>
internal static class OwnPath
{
    private const int Longest = 200;

    /// <summary>The path where it is one of this host's pages; the home page otherwise.</summary>
    /// <param name="untrustedPath">Begins with one slash; no host, no backslash, no control character.</param>
    public static string Of(string? untrustedPath) =>
        untrustedPath is { Length: > 0 and <= Longest } path
        && path[0] == '/'
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(letter => letter is '\\' or '#' || char.IsControl(letter) || letter > '~')
            ? path
            : "/";
}
