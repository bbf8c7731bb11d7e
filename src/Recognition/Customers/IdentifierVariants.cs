using Strongroom.Recognition.Patterns;
using Strongroom.Recognition.Reading;

namespace Strongroom.Recognition.Customers;

/// <summary>The forms of numbers and addresses that belong to one customer.</summary>
internal static class IdentifierVariants
{
    /// <summary>Shorter numbers belong to too many.</summary>
    private const int ShortestFull = 6;
    private const int ShortestPart = 4;
    private const int Longest = 19;

    /// <summary>A number with its letters, if it has some; else its digits.</summary>
    public static IEnumerable<Variant> OfNumber(string value)
    {
        string normal = NormalText.Of(value).Text;
        if (normal.Any(char.IsAsciiLetter))
        {
            string whole = Whole(normal);
            yield return new Variant(Variant.Whole, whole, VariantStrength.Full, 1);
            yield return new Variant(
                Variant.Words, string.Concat(whole.Where(char.IsLetterOrDigit)), VariantStrength.Full, 1);
            yield break;
        }

        string digits = Digits(normal);
        yield return OfDigits(digits);
        yield return OfDigits(digits.TrimStart('0'));
    }

    /// <summary>A telephone number with and without calling code and trunk prefix.</summary>
    public static IEnumerable<Variant> OfPhone(string value)
    {
        string normal = NormalText.Of(value).Text.Replace("(0)", string.Empty, StringComparison.Ordinal);
        string digits = Digits(normal);
        bool isAbroad = digits.StartsWith("00", StringComparison.Ordinal);
        bool isInternational = normal.TrimStart().StartsWith('+') || isAbroad;
        digits = isAbroad ? digits[2..] : digits;
        yield return OfDigits(digits);
        if (digits.Length < 7)
        {
            yield break;
        }

        bool hasCode = isInternational || (digits.Length == 11 && digits[0] == '1');
        string national = hasCode ? digits[CountryCallingCodes.Of(digits).CodeLength..] : digits.TrimStart('0');
        yield return OfDigits(national);
        yield return OfDigits("0" + national);
        yield return OfDigits("1" + national);
        if (hasCode)
        {
            yield return OfDigits("00" + digits);
            yield return OfDigits(digits[..^national.Length] + "0" + national);
        }
    }

    /// <summary>An e-mail address in lower case.</summary>
    public static IEnumerable<Variant> OfEmail(string value) =>
        [new Variant(Variant.Whole, Whole(NormalText.Of(value).Text), VariantStrength.Full, 1)];

    /// <summary>The form in which whole values are compared.</summary>
    public static string Whole(string normal) =>
        string.Concat(normal.Where(
            character => char.IsLetterOrDigit(character) || "@._+%'".Contains(character, StringComparison.Ordinal))
            .Select(char.ToLowerInvariant));

    private static Variant OfDigits(string digits) => new(
        Variant.Digits,
        digits.Length is >= ShortestPart and <= Longest ? digits : string.Empty,
        digits.Length >= ShortestFull ? VariantStrength.Full : VariantStrength.Part,
        1);

    private static string Digits(string normal) => string.Concat(normal.Where(char.IsAsciiDigit));
}
