using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// A share on paper, for the day when its code is forgotten: seven lines like those of the
/// <see cref="RecoverySheet"/>, whose numbers go on where that one's could not. Whoever has the paper has the share.
/// Bytes: <c>docs/formats/share.md</c>.
/// </summary>
public static class ShareSheet
{
    /// <summary>How many lines the sheet has.</summary>
    public const int LineCount = 7;

    // Beyond every line of the other sheet, so that neither is taken for the other.
    private const int FirstLine = 8;

    /// <summary>Writes a share. The text is the share: it goes to its holder, and to nobody else.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Write(KeyShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        using SecretBytes bytes = share.CopyBytes();
        return SheetLines.Write(bytes.Reveal(), FirstLine);
    }

    /// <summary>Whether somebody typed this line of a sheet without a slip.</summary>
    /// <param name="untrustedLine">What was typed: either case, dashes and spaces as one likes.</param>
    /// <param name="number">Which line it is, from 1.</param>
    public static bool IsLine(ReadOnlySpan<char> untrustedLine, int number) =>
        SheetLines.IsLine(untrustedLine, FirstLine + number - 1);

    /// <summary>Reads the lines back; false for any slip.</summary>
    /// <param name="untrustedLines">What was typed, line by line.</param>
    /// <param name="share">The share, which the caller owns.</param>
    public static bool TryRead(IReadOnlyList<string> untrustedLines, [NotNullWhen(true)] out KeyShare? share)
    {
        ArgumentNullException.ThrowIfNull(untrustedLines);
        share = null;
        Span<byte> bytes = stackalloc byte[KeyShare.Length];
        try
        {
            return SheetLines.TryRead(untrustedLines, FirstLine, bytes) && KeyShare.TryRead(bytes, out share);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
