using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Strongroom.Vocabulary;

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
    public const int GroupsOfLine = 4;

    private const byte Version = 1;
    private const int GroupLength = 4;
    private const int ChecksumLength = 2;
    private const int PayloadLength = 1 + KeySize.Bytes + ChecksumLength;
    private const int LineLength = GroupsOfLine * GroupLength;
    private const int DataOfLine = LineLength - 2;
    private const int BitsOfSymbol = 5;

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
            return [.. Enumerable.Range(0, LineCount).Select(line => WriteLine(payload, line))];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>Whether somebody typed this line of a sheet without a slip.</summary>
    /// <param name="untrustedLine">What was typed: either case, dashes and spaces as one likes.</param>
    /// <param name="number">Which line it is, from 1.</param>
    public static bool IsLine(ReadOnlySpan<char> untrustedLine, int number)
    {
        Span<int> symbols = stackalloc int[LineLength];
        bool isLine = TryReadSymbols(untrustedLine, symbols) && HasGoodChecks(symbols, number - 1);
        symbols.Clear();
        return isLine;
    }

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
            if (!TryReadPayload(untrustedLines, payload) || payload[0] != Version
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

    private static string[] WriteLine(ReadOnlySpan<byte> payload, int line)
    {
        Span<int> symbols = stackalloc int[1 + LineLength];
        symbols[0] = line;
        for (int i = 0; i < DataOfLine; i++)
        {
            symbols[1 + i] = Symbol(payload, line * DataOfLine + i);
        }

        (symbols[^2], symbols[^1]) = ReedSolomon32.Check(symbols[..(1 + DataOfLine)]);
        string[] groups = new string[GroupsOfLine];
        Span<char> group = stackalloc char[GroupLength];
        for (int i = 0; i < LineLength; i++)
        {
            group[i % GroupLength] = CodeAlphabet.Characters[symbols[1 + i]];
            if (i % GroupLength == GroupLength - 1)
            {
                groups[i / GroupLength] = new string(group);
            }
        }

        symbols.Clear();
        group.Clear();
        return groups;
    }

    private static bool TryReadPayload(IReadOnlyList<string> untrustedLines, Span<byte> payload)
    {
        if (untrustedLines.Count != LineCount)
        {
            return false;
        }

        Span<int> symbols = stackalloc int[LineLength];
        for (int line = 0; line < LineCount; line++)
        {
            if (!TryReadSymbols(untrustedLines[line], symbols) || !HasGoodChecks(symbols, line))
            {
                return false;
            }

            for (int i = 0; i < DataOfLine; i++)
            {
                Put(payload, line * DataOfLine + i, symbols[i]);
            }
        }

        symbols.Clear();
        return true;
    }

    private static bool TryReadSymbols(ReadOnlySpan<char> untrustedLine, Span<int> symbols)
    {
        int count = 0;
        foreach (char character in untrustedLine)
        {
            if (character is '-' || char.IsWhiteSpace(character))
            {
                continue;
            }

            int value = CodeAlphabet.ValueOf(character);
            if (value < 0 || count == LineLength)
            {
                return false;
            }

            symbols[count++] = value;
        }

        return count == LineLength;
    }

    // The line's number is under its checks without being printed among them: two lines that changed places are noticed.
    private static bool HasGoodChecks(ReadOnlySpan<int> symbols, int line)
    {
        Span<int> numbered = stackalloc int[1 + DataOfLine];
        numbered[0] = line;
        symbols[..DataOfLine].CopyTo(numbered[1..]);
        bool isGood = ReedSolomon32.Check(numbered) == (symbols[DataOfLine], symbols[DataOfLine + 1]);
        numbered.Clear();
        return isGood;
    }

    private static byte[] Checksum(ReadOnlySpan<byte> payload)
    {
        byte[] text = [.. "recovery-sheet/v1"u8, .. payload[..(1 + KeySize.Bytes)]];
        byte[] checksum = SHA256.HashData(text)[..ChecksumLength];
        CryptographicOperations.ZeroMemory(text);
        return checksum;
    }

    // The payload's bits, five at a time, the highest first; 280 bits are 56 symbols exactly.
    private static int Symbol(ReadOnlySpan<byte> payload, int index)
    {
        int symbol = 0;
        for (int bit = index * BitsOfSymbol; bit < (index + 1) * BitsOfSymbol; bit++)
        {
            symbol = symbol << 1 | payload[bit / 8] >> (7 - bit % 8) & 1;
        }

        return symbol;
    }

    private static void Put(Span<byte> payload, int index, int symbol)
    {
        for (int i = 0; i < BitsOfSymbol; i++)
        {
            int bit = index * BitsOfSymbol + i;
            int value = symbol >> (BitsOfSymbol - 1 - i) & 1;
            payload[bit / 8] = (byte)(payload[bit / 8] | value << (7 - bit % 8));
        }
    }
}
