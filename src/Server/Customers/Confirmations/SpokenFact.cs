using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.Confirmations;

/// <summary>
/// A fact as people say it, and the ways in which a stored value may be said. Compared whole, in constant time: a part
/// that the mask shows confirms nothing. Pure.
/// </summary>
internal static class SpokenFact
{
    private const int FewestOfAccount = 4;
    private const int MostOfAccount = 34;

    // A day is said in more than one order; whichever fits counts.
    private static readonly string[] Days =
        ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d MMMM yyyy", "MMMM d yyyy", "MMMM d, yyyy"];

    /// <summary>The forms of what was said; empty where it cannot be a value of that kind.</summary>
    public static IReadOnlyList<string> Read(FieldKind kind, string untrustedText)
    {
        string text = TextRules.Tidy(untrustedText);
        string digits = TextRules.Digits(text);
        return kind.Form switch
        {
            FieldForm.Date => ReadDay(text),
            FieldForm.Name => NotEmpty(SortWords(text)),
            FieldForm.Address => NotEmpty(TextRules.Fold(text)),
            FieldForm.Card => digits.Length is >= 12 and <= 19 ? [digits] : [],
            FieldForm.BankAccount => ReadAccount(text),
            FieldForm.Text => NotEmpty(TextRules.Fold(text)),
            _ => TextRules.FindFault(kind.Form, text) is null ? [TextRules.Normalise(kind.Form, text)] : [],
        };
    }

    /// <summary>The forms in which a stored value may be said.</summary>
    public static IReadOnlyList<string> Of(FieldKind kind, JsonElement stored) => kind.Form switch
    {
        FieldForm.Address => Addresses(stored),
        FieldForm.Card => Read(kind, Part(stored, "number")),
        FieldForm.BankAccount => Read(kind, Part(stored, "account")),
        _ => stored.ValueKind == JsonValueKind.String ? Read(kind, stored.GetString()!) : [],
    };

    /// <summary>Whether one of them is the same; every pair is compared.</summary>
    public static bool AreSame(IReadOnlyList<string> said, IReadOnlyList<string> stored)
    {
        bool same = false;
        foreach (string left in said)
        {
            foreach (string right in stored)
            {
                same |= CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));
            }
        }

        return same;
    }

    // Hashed first: the comparison is constant in time only for the same length.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static List<string> ReadDay(string text)
    {
        var days = new List<string>();
        foreach (string form in Days)
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                days.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }

        return days;
    }

    private static string[] ReadAccount(string text)
    {
        string account = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return account.Length is >= FewestOfAccount and <= MostOfAccount ? [account] : [];
    }

    // First and last name are said in either order.
    private static string SortWords(string text) =>
        string.Join(' ', TextRules.Fold(text).Split(' ').Order(StringComparer.Ordinal));

    private static List<string> Addresses(JsonElement stored)
    {
        string lines = stored.TryGetProperty("lines", out JsonElement array) && array.ValueKind == JsonValueKind.Array
            ? string.Join(' ', array.EnumerateArray().Select(line => line.GetString())) : string.Empty;
        string city = Part(stored, "city");
        string code = Part(stored, "postalCode");
        string region = Part(stored, "region");
        string country = Part(stored, "country");
        string[][] ways =
        [
            [lines], [code], [lines, city], [lines, code], [lines, code, city], [lines, city, code],
            [lines, city, region, code], [lines, city, region, code, country], [lines, code, city, country],
        ];
        return
        [
            .. ways.Select(way => TextRules.Fold(string.Join(' ', way))).Where(way => way.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Part(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement part)
            && part.ValueKind == JsonValueKind.String ? part.GetString()! : string.Empty;

    private static string[] NotEmpty(string text) => text.Length == 0 ? [] : [text];
}
