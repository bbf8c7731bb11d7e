using System.Text;
using Strongroom.Recognition.Customers;

namespace Strongroom.Recognition.Reading;

/// <summary>
/// Folds characters to what two writings of one value have in common: plain small letters and digits.
/// </summary>
public static class ComparableText
{
    /// <summary>Room that <see cref="Fold(Rune, Span{char})"/> needs.</summary>
    public const int MaxFolded = 6;

    /// <summary>Folds one character.</summary>
    /// <param name="character">Any character.</param>
    /// <param name="folded">Room for <see cref="MaxFolded"/> characters.</param>
    /// <returns>How many were written; 0 for blanks, marks, punctuation and invisible characters.</returns>
    public static int Fold(Rune character, Span<char> folded)
    {
        Span<char> normal = stackalloc char[3];
        int count = 1;
        if (character.IsAscii)
        {
            normal[0] = (char)character.Value;
        }
        else
        {
            count = CharacterFolding.Fold(character, normal);
        }

        int written = 0;
        foreach (char single in normal[..count])
        {
            if (char.IsAsciiDigit(single) || LetterFolding.IsWordPart(single))
            {
                char first = LetterFolding.Fold(single, out char second);
                folded[written] = first;
                written += first == '\0' ? 0 : 1;
                folded[written] = second;
                written += second == '\0' ? 0 : 1;
            }
        }

        return written;
    }

    /// <summary>Folds a whole text, with nothing left between its letters and digits.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        Span<char> folded = stackalloc char[MaxFolded];
        foreach (Rune rune in text.EnumerateRunes())
        {
            result.Append(folded[..Fold(rune, folded)]);
        }

        return result.ToString();
    }
}
