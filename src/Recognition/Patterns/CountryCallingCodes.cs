using System.Collections.Frozen;
using System.Globalization;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// Calling codes of countries and the longest national number in each (ITU-T E.164); 12 digits where not listed.
/// </summary>
internal static class CountryCallingCodes
{
    private const int OtherLongest = 12;

    // Two digits that are a whole calling code; every other one but 1 and 7 has three.
    private static readonly FrozenDictionary<int, int> Two = ReadLengths(
        "20:10 27:9 30:10 31:9 32:9 33:9 34:9 36:9 39:11 40:9 41:9 43:12 44:10 45:8 46:10 47:8 48:9 "
        + "49:11 51:9 52:10 53:8 54:11 55:11 56:9 57:10 58:10 60:10 61:9 62:12 63:10 64:10 65:8 66:9 81:10 "
        + "82:10 84:10 86:11 90:10 91:10 92:10 93:9 94:9 95:10 98:10");

    /// <summary>Splits an international number.</summary>
    /// <param name="digits">All digits after the plus sign, three at the least.</param>
    /// <returns>The calling code's length and the longest national number behind it.</returns>
    public static (int CodeLength, int Longest) Of(ReadOnlySpan<char> digits)
    {
        if (digits[0] is '1' or '7')
        {
            return (1, 10);
        }

        int two = ((digits[0] - '0') * 10) + (digits[1] - '0');
        return Two.TryGetValue(two, out int longest) ? (2, longest) : (3, OtherLongest);
    }

    private static FrozenDictionary<int, int> ReadLengths(string list)
    {
        var lengths = new Dictionary<int, int>();
        foreach (string entry in list.Split(' '))
        {
            int two = ((entry[0] - '0') * 10) + (entry[1] - '0');
            lengths[two] = int.Parse(entry.AsSpan(3), CultureInfo.InvariantCulture);
        }

        return lengths.ToFrozenDictionary();
    }
}
