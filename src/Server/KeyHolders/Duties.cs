using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.KeyHolders;

/// <summary>What a key holder acknowledges.</summary>
internal static class Duties
{
    public const string Text =
        """
        I hold one share of the key that opens this installation.
        I keep my code where nobody else finds it, apart from the share's sheet, and type it only into this installation's own pages or programs.
        I give neither the code nor the sheet to anybody, colleagues and superiors included, and I do not keep another holder's.
        I come when the installation has to be opened, and I open only when I know why.
        I say at once when the code or the sheet is lost or may have been seen, and when I leave.
        """;

    public static string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
