using System.Globalization;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// Letters as names are compared: lower case, without marks. Own tables, because the programs run without the system's
/// Unicode library and base normalization does nothing there.
/// </summary>
internal static class LetterFolding
{
    private const int LatinStart = 0xC0;
    private const int AdditionalStart = 0x1E00;

    // The plain letter for U+00C0 to U+024F; a blank where there is none.
    private const string Latin =
        "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "bbbb   cc ddd e  ff    ikk    n oo  pp      tt uu  yyzz             dddlllnnnaaiioouuuuuuuuuueaa"
        + "aa  ggggkkoooo  jdddgg  nnaa    aaaaeeeeiiiioooorrrruuuusstt  hhn   zzaaeeooooooooyy   j  acc  s"
        + "z  b  eejjqqrryy";

    // The same for U+1E00 to U+1EFF.
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    /// <summary>Folds one character.</summary>
    /// <param name="character">A letter or mark.</param>
    /// <param name="second">A second letter, or 0.</param>
    /// <returns>The first letter, or 0 for a mark.</returns>
    public static char Fold(char character, out char second)
    {
        second = '\0';
        if (character < 0x80)
        {
            return char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
        }

        char plain = Plain(character, out second);
        if (plain != ' ')
        {
            return plain;
        }

        bool isMark = CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return isMark ? '\0' : char.ToLowerInvariant(character);
    }

    /// <summary>Whether a character belongs to a word: a letter or a mark on one.</summary>
    public static bool IsWordPart(char character) => character < 0x80
        ? char.IsAsciiLetter(character)
        : char.IsLetter(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char Plain(char character, out char second)
    {
        (char first, second) = character switch
        {
            'ß' or 'ẞ' => ('s', 's'),
            'æ' or 'Æ' or 'ǽ' or 'Ǽ' => ('a', 'e'),
            'œ' or 'Œ' => ('o', 'e'),
            'þ' or 'Þ' => ('t', 'h'),
            >= (char)LatinStart and < (char)(LatinStart + 0x190) => (Latin[character - LatinStart], '\0'),
            >= (char)AdditionalStart and < (char)(AdditionalStart + 0x100) =>
                (Additional[character - AdditionalStart], '\0'),
            _ => (' ', '\0'),
        };
        return first;
    }
}
