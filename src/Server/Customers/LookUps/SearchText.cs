using System.Globalization;
using System.Text.Json;
using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>Reads what people type into the one search box into ways to look. Pure.</summary>
internal static class SearchText
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int Longest = 200;

    private const int FewestDigits = 6;
    private const int OldestYear = 1880;

    private static readonly string[] Days = ["yyyy-M-d", "d.M.yyyy", "M/d/yyyy"];

    /// <summary>The code that it is, or null.</summary>
    public static CustomerCode? ReadCode(string untrustedText) =>
        CustomerCode.TryParse(untrustedText.Trim(), null, out CustomerCode? code) ? code : null;

    /// <summary>Every way in which the text can be meant; none where nobody can be found by it.</summary>
    public static IReadOnlyList<LookUpPlan> Read(FieldKinds kinds, string untrustedText)
    {
        string text = TextRules.Tidy(untrustedText);
        if (text.Length is 0 or > Longest)
        {
            return [];
        }

        var plans = kinds.All.Where(kind => IsMeant(kind, text)).Select(kind => Whole(kind, text)).OfType<LookUpPlan>()
            .ToList();
        if (ReadName(text) is { } name)
        {
            plans.Add(name);
        }

        return plans;
    }

    /// <summary>Names go by their words; numbers by every kind that such a number may be.</summary>
    private static bool IsMeant(FieldKind kind, string text)
    {
        bool isNumber = TextRules.Digits(text).Length >= FewestDigits
            && ReadBorn(text) is null && text.All(character => !char.IsLetter(character));
        return kind.Index != IndexWidth.None && kind.Form switch
        {
            FieldForm.Email => text.Contains('@', StringComparison.Ordinal),
            FieldForm.Phone or FieldForm.SocialSecurity or FieldForm.Card => isNumber,
            FieldForm.BankAccount => ReadBorn(text) is null && TextRules.Digits(text).Length >= FewestDigits,
            FieldForm.Text => true,
            _ => false,
        };
    }

    private static LookUpPlan? Whole(FieldKind kind, string text)
    {
        string property = kind.Form == FieldForm.Card ? "number" : "account";
        JsonElement value = kind.Form is FieldForm.Card or FieldForm.BankAccount
            ? JsonSerializer.SerializeToElement(
                new Dictionary<string, string>(StringComparer.Ordinal) { [property] = text },
                CustomersJson.Default.DictionaryStringString)
            : JsonSerializer.SerializeToElement(text, CustomersJson.Default.String);
        return FieldReader.TryRead(kind, value, out FieldValue? read, out _)
            ? new LookUpPlan { Fields = new FieldSet([(kind, read)]) }
            : null;
    }

    private static LookUpPlan? ReadName(string text)
    {
        var words = new List<string>();
        string? born = null;
        foreach (string part in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadBorn(part) is { } read)
            {
                born = read;
            }
            else if (part.Any(char.IsAsciiDigit) || part.Contains('@', StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                words.AddRange(NameWords.Split(part));
            }
        }

        return words.Count == 0 ? null : new LookUpPlan { Words = words, Born = born };
    }

    private static string? ReadBorn(string part)
    {
        if (DateOnly.TryParseExact(part, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year >= OldestYear ? part : null;
    }
}
