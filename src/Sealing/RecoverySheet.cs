using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// A 256-bit key on paper: four lines of four groups of four characters. Each line ends in two check characters over
/// its number and its text, and the whole carries a checksum, so that slips and changed lines are noticed and the line
/// is named. Whoever has the paper has the key. Bytes: <c>docs/formats/recovery-sheet.md</c>.
/// </summary>
public static class RecoverySheet
{
    /// <summary>How many lines the sheet has.</summary>
    public const int LineCount = 4;

    /// <summary>How many groups a line has.</summary>
    public const int GroupsOfLine = SheetLines.GroupsOfLine;

    private const byte Version = 1;
    private const int FirstLine = 0;
    private const int ChecksumLength = 2;
    private const int PayloadLength = 1 + KeySize.Bytes + ChecksumLength;

    /// <summary>Writes a key. The text is the key: it goes to the person who keeps it, and nowhere else.</summary>
    /// <param name="key">32 bytes.</param>
    /// <returns>Four lines of four groups.</returns>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Write(SecretBytes key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != KeySize.Bytes)
        {
            throw new ArgumentException($"a key has {KeySize.Bytes} bytes, not {key.Length}", nameof(key));
        }

        byte[] payload = new byte[PayloadLength];
        try
        {
            payload[0] = Version;
            key.Reveal().CopyTo(payload.AsSpan(1));
            Checksum(payload).CopyTo(payload.AsSpan(1 + KeySize.Bytes));
            return SheetLines.Write(payload, FirstLine);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>Whether somebody typed this line of a sheet without a slip.</summary>
    /// <param name="untrustedLine">What was typed: either case, dashes and spaces as one likes.</param>
    /// <param name="number">Which line it is, from 1.</param>
    public static bool IsLine(ReadOnlySpan<char> untrustedLine, int number) =>
        SheetLines.IsLine(untrustedLine, FirstLine + number - 1);

    /// <summary>Reads the four lines back.</summary>
    /// <param name="untrustedLines">What was typed, line by line.</param>
    /// <param name="key">The key, which the caller owns.</param>
    /// <returns>False for any slip; <see cref="IsLine"/> says in which line.</returns>
    public static bool TryRead(IReadOnlyList<string> untrustedLines, [NotNullWhen(true)] out SecretBytes? key)
    {
        ArgumentNullException.ThrowIfNull(untrustedLines);
        key = null;
        Span<byte> payload = stackalloc byte[PayloadLength];
        try
        {
            if (!SheetLines.TryRead(untrustedLines, FirstLine, payload) || payload[0] != Version
                || !CryptographicOperations.FixedTimeEquals(Checksum(payload), payload[(1 + KeySize.Bytes)..]))
            {
                return false;
            }

            key = SecretBytes.TakeFrom(payload.Slice(1, KeySize.Bytes));
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    private static byte[] Checksum(ReadOnlySpan<byte> payload)
    {
        byte[] text = [.. "recovery-sheet/v1"u8, .. payload[..(1 + KeySize.Bytes)]];
        byte[] checksum = SHA256.HashData(text)[..ChecksumLength];
        CryptographicOperations.ZeroMemory(text);
        return checksum;
    }
}
