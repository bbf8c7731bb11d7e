using System.Buffers;
using System.Globalization;
using System.Text;

namespace Strongroom.Recognition.Reading;

/// <summary>
/// What a character counts as: digits of every script, every dash, every space, invisible characters, ligatures.
/// </summary>
internal static class CharacterFolding
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>
    /// The characters that do not stand for themselves. Surrogates are listed because some pairs are digits.
    /// </summary>
    public static readonly SearchValues<char> Special = SearchValues.Create(CollectSpecial());

    /// <summary>What a character stands for; empty for invisible ones.</summary>
    /// <param name="character">A character outside ASCII, or a pair.</param>
    /// <param name="folded">Room for three characters.</param>
    /// <returns>How many characters were written.</returns>
    public static int Fold(Rune character, Span<char> folded)
    {
        int value = character.Value;
        if (value is >= 0xFB00 and <= 0xFB06)
        {
            Ligatures[value - 0xFB00].CopyTo(folded);
            return Ligatures[value - 0xFB00].Length;
        }

        char? single = ToAscii(character);
        if (single is { } ascii)
        {
            folded[0] = ascii;
            return 1;
        }

        return IsInvisible(character) ? 0 : character.EncodeToUtf16(folded);
    }

    private static char? ToAscii(Rune character) => character.Value switch
    {
        >= 0xFF01 and <= 0xFF5E and var wide => (char)(wide - 0xFEE0),
        0x2212 or 0x2043 or 0x02D7 => '-',
        0x2018 or 0x2019 or 0x02BC => '\'',
        0x2024 or 0xFE52 => '.',
        0xFE6B => '@',
        0x2028 or 0x2029 or 0x0085 => '\n',
        _ => Rune.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(character)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.SpaceSeparator => ' ',
            _ => null,
        },
    };

    private static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) == UnicodeCategory.Format || character.Value is 0x034F or (
            >= 0xFE00 and <= 0xFE0F);

    private static char[] CollectSpecial()
    {
        var special = new List<char>();
        Span<char> folded = stackalloc char[3];
        for (int value = 0x80; value <= char.MaxValue; value++)
        {
            bool isItself = !char.IsSurrogate((char)value)
                && Fold(new Rune(value), folded) == 1 && folded[0] == value;
            if (!isItself)
            {
                special.Add((char)value);
            }
        }

        return [.. special];
    }
}
