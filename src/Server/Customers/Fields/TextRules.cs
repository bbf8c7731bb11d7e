using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Customers.Fields;

/// <summary>What the kinds that are strings must look like, and what of them is looked up.</summary>
internal static partial class TextRules
{
    /// <summary>
    /// Unicode form C without control characters, and without white space around it. Line breaks stay.
    /// </summary>
    public static string Tidy(string untrustedText) => string.Concat(
        untrustedText.Normalize(NormalizationForm.FormC).Where(
            character => character is '\n' || !char.IsControl(character))).Trim();

    /// <summary>Why the text does not fit its form, or null where it does.</summary>
    public static string? FindFault(FieldForm form, string text) => form switch
    {
        FieldForm.Email => IsEmail(text) ? null : "This is an e-mail address such as ada@example.org.",
        FieldForm.Phone => Digits(text).Length is >= 7 and <= 15 ? null : "This is a phone number of 7 to 15 digits.",
        FieldForm.Date => IsDate(text) ? null : "This is a date, written 1971-12-31.",
        FieldForm.SocialSecurity =>
            IsSocialSecurity(text) ? null : "This is a social security number of nine digits, as 123-45-6789.",
        FieldForm.Text => IsCardSecret(text)
            ? "Card verification codes, PINs and what a card's stripe holds are refused, never stored. Leave it out."
            : null,
        _ => null,
    };

    /// <summary>The form that the blind index hashes: equal for what people mean to be the same.</summary>
    public static string Normalise(FieldForm form, string text) => form switch
    {
        FieldForm.Phone => NormalisePhone(Digits(text)),
        FieldForm.SocialSecurity => Digits(text),
        FieldForm.Name => Fold(text),
        _ => text.ToLowerInvariant(),
    };

    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Lower case without accents, marks and punctuation, words parted by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && folded.Length > 0
                && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    // A national number of the United States is the same with and without its country code.
    private static string NormalisePhone(string digits) =>
        digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;

    private static bool IsEmail(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsSocialSecurity(string text) =>
        Digits(text).Length == 9 && text.All(character => char.IsAsciiDigit(character) || character is '-' or ' ');

    private static bool IsCardSecret(string text) =>
        CardCode().IsMatch(text) || Stripe().IsMatch(text) || Pin().IsMatch(text);

    /// <summary>A card's code beside its name, as people write it into notes (PCI DSS 3.3.1).</summary>
    [GeneratedRegex(@"\b(?:cvv2?|cvc2?|cid|cav2|security\s+code|verification\s+code)\b\D{0,15}\b\d{3,4}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CardCode();

    /// <summary>The first or second track of a card's stripe: number, name, expiry and what follows.</summary>
    [GeneratedRegex(@"%?B\d{12,19}\^[^\^\n]{2,26}\^\d{4}|;?\b\d{12,19}=\d{7,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Stripe();

    /// <summary>A PIN beside its name.</summary>
    [GeneratedRegex(@"\bpin(?:[\s-]*(?:code|number|block|no))?\b\D{0,15}\b\d{4,6}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pin();
}
