using Strongroom.Vocabulary;

namespace Strongroom.Sealing;

/// <summary>
/// Bytes on paper: lines of four groups of four characters of the code alphabet. Each line ends in two check characters
/// over its number and its text. Bytes: <c>docs/formats/recovery-sheet.md</c>.
/// </summary>
internal static class SheetLines
{
    public const int GroupsOfLine = 4;
    private const int GroupLength = 4;
    private const int LineLength = GroupsOfLine * GroupLength;
    private const int DataOfLine = LineLength - 2;
    private const int BitsOfSymbol = 5;

    /// <summary>How many lines so many bytes take.</summary>
    public static int CountFor(int bytes) => (bytes * 8 + DataOfLine * BitsOfSymbol - 1) / (DataOfLine * BitsOfSymbol);

    /// <param name="payload">The bytes.</param>
    /// <param name="first">The number of the first line, below 32 with all that follow; it is not printed.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Write(ReadOnlySpan<byte> payload, int first)
    {
        string[][] lines = new string[CountFor(payload.Length)][];
        for (int line = 0; line < lines.Length; line++)
        {
            lines[line] = WriteLine(payload, line, first + line);
        }

        return lines;
    }

    /// <summary>Whether somebody typed a line without a slip.</summary>
    public static bool IsLine(ReadOnlySpan<char> untrustedLine, int number)
    {
        Span<int> symbols = stackalloc int[LineLength];
        bool isLine = TryReadSymbols(untrustedLine, symbols) && HasGoodChecks(symbols, number);
        symbols.Clear();
        return isLine;
    }

    /// <summary>Fills the payload; false for any slip, and where bits are set that no payload has.</summary>
    public static bool TryRead(IReadOnlyList<string> untrustedLines, int first, Span<byte> payload)
    {
        if (untrustedLines.Count != CountFor(payload.Length))
        {
            return false;
        }

        Span<int> symbols = stackalloc int[LineLength];
        bool isGood = true;
        for (int line = 0; line < untrustedLines.Count && isGood; line++)
        {
            isGood = TryReadSymbols(untrustedLines[line], symbols) && HasGoodChecks(symbols, first + line);
            for (int i = 0; i < DataOfLine && isGood; i++)
            {
                isGood = TryPut(payload, line * DataOfLine + i, symbols[i]);
            }
        }

        symbols.Clear();
        return isGood;
    }

    private static string[] WriteLine(ReadOnlySpan<byte> payload, int line, int number)
    {
        Span<int> symbols = stackalloc int[1 + LineLength];
        symbols[0] = number;
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
    private static bool HasGoodChecks(ReadOnlySpan<int> symbols, int number)
    {
        Span<int> numbered = stackalloc int[1 + DataOfLine];
        numbered[0] = number;
        symbols[..DataOfLine].CopyTo(numbered[1..]);
        bool isGood = ReedSolomon32.Check(numbered) == (symbols[DataOfLine], symbols[DataOfLine + 1]);
        numbered.Clear();
        return isGood;
    }

    // The payload's bits, five at a time, the highest first; zeros after its end.
    private static int Symbol(ReadOnlySpan<byte> payload, int index)
    {
        int symbol = 0;
        for (int bit = index * BitsOfSymbol; bit < (index + 1) * BitsOfSymbol; bit++)
        {
            int value = bit / 8 < payload.Length ? payload[bit / 8] >> (7 - bit % 8) & 1 : 0;
            symbol = symbol << 1 | value;
        }

        return symbol;
    }

    private static bool TryPut(Span<byte> payload, int index, int symbol)
    {
        for (int i = 0; i < BitsOfSymbol; i++)
        {
            int bit = index * BitsOfSymbol + i;
            int value = symbol >> (BitsOfSymbol - 1 - i) & 1;
            if (bit / 8 < payload.Length)
            {
                payload[bit / 8] = (byte)(payload[bit / 8] | value << (7 - bit % 8));
            }
            else if (value != 0)
            {
                return false;
            }
        }

        return true;
    }
}
