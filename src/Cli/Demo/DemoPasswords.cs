using System.Security.Cryptography;

namespace Strongroom.Cli.Demo;

/// <summary>Draws passwords that can be typed: four groups of five letters.</summary>
internal static class DemoPasswords
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";

    public static string New() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
