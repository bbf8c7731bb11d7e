using System.Collections.Frozen;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// International bank account numbers: the country's length, mod 97; either case; spaces, dashes, a line break.
/// </summary>
internal static class IbanRecognizer
{
    private const int Longest = 34;

    private static readonly FrozenDictionary<int, int> Lengths = ReadLengths(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 "
        + "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 "
        + "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 "
        + "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    /// <summary>Looks at a digit: the first of the two check digits, after two letters.</summary>
    public static Proposal? Look(string text, int digit)
    {
        int start = CountryStart(text, digit);
        if (start < 0 || !Lengths.TryGetValue(CountryOf(text[start], text[digit - 1]), out int length))
        {
            return null;
        }

        Span<char> characters = stackalloc char[Longest];
        int end = Collect(text, start, characters[..length]);
        bool isBounded = end > 0 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
        return isBounded && Checksums.Mod97(characters[..length])
            ? new Proposal(start, end, FindingKinds.Iban, 5, "country's length, check digits")
            : null;
    }

    private static int CountryStart(string text, int digit)
    {
        int start = digit - 2;
        if (start < 0 || digit + 1 >= text.Length || !char.IsAsciiDigit(text[digit + 1]))
        {
            return -1;
        }

        bool isStart = char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[digit - 1]);
        return isStart && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) ? start : -1;
    }

    /// <summary>Copies the number's characters in upper case.</summary>
    /// <returns>Where it ends, or 0 where it is too short.</returns>
    private static int Collect(string text, int start, Span<char> characters)
    {
        int length = 0;
        int gap = 0;
        for (int i = start; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsAsciiLetterOrDigit(character))
            {
                characters[length++] = (char)(char.IsAsciiLetter(character) ? character & ~0x20 : character);
                gap = 0;
                if (length == characters.Length)
                {
                    return i + 1;
                }
            }
            else if (character is not (' ' or '-' or '\r' or '\n' or '.') || ++gap > 3)
            {
                return 0;
            }
        }

        return 0;
    }

    private static int CountryOf(char first, char second) => ((first & ~0x20) << 8) | (second & ~0x20);

    private static FrozenDictionary<int, int> ReadLengths(string list)
    {
        var lengths = new Dictionary<int, int>();
        foreach (string entry in list.Split(' '))
        {
            lengths[CountryOf(entry[0], entry[1])] = ((entry[2] - '0') * 10) + (entry[3] - '0');
        }

        return lengths.ToFrozenDictionary();
    }
}
