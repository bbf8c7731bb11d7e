using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Recognition.Patterns;

namespace Strongroom.Server.Customers.Fields;

/// <summary>
/// The kinds that are objects. A property that is not in the contract is refused: it may hold what must not be kept.
/// </summary>
internal static class CompositeFields
{
    private const int LongestPart = 200;
    private const int MostLines = 5;

    /// <summary><c>{"number","expiry"}</c>; anything beside it, a verification code above all, is refused.</summary>
    public static (FieldValue? Value, string? Sentence) ReadCard(JsonElement untrustedValue)
    {
        if (!HasOnly(untrustedValue, "number", "expiry"))
        {
            return (null,
                "This is {\"number\",\"expiry\"} and nothing else. Card verification codes are refused, never stored.");
        }

        string digits = TextRules.Digits(Part(untrustedValue, "number") ?? string.Empty);
        if (digits.Length is < 12 or > 19 || !Checksums.Luhn(digits))
        {
            return (null, "The number is not a card number: look for a slip in typing.");
        }

        string? expiry = Part(untrustedValue, "expiry");
        if (expiry is not null && !IsExpiry(expiry))
        {
            return (null, "The expiry is written 2029-08.");
        }

        return (new FieldValue
        {
            Json = FieldReader.ToJson(("number", digits), ("expiry", expiry)),
            Masked = Masks.Card(digits),
            Normalised = digits,
        }, null);
    }

    /// <summary><c>{"account","routing"}</c>.</summary>
    public static (FieldValue? Value, string? Sentence) ReadBankAccount(JsonElement untrustedValue)
    {
        if (!HasOnly(untrustedValue, "account", "routing"))
        {
            return (null, "This is {\"account\",\"routing\"} and nothing else.");
        }

        string account = Compact(Part(untrustedValue, "account"));
        string routing = Compact(Part(untrustedValue, "routing"));
        if (account.Length is < 4 or > 34 || routing.Length > 34)
        {
            return (null, "The account has 4 to 34 letters and digits, the routing number 34 at the most.");
        }

        return (new FieldValue
        {
            Json = FieldReader.ToJson(("account", account), ("routing", routing.Length == 0 ? null : routing)),
            Masked = Masks.Of(FieldMask.LastFour, account),
            Normalised = account,
        }, null);
    }

    /// <summary><c>{"lines":[…],"city","region","postalCode","country"}</c>.</summary>
    public static (FieldValue? Value, string? Sentence) ReadAddress(JsonElement untrustedValue)
    {
        if (!HasOnly(untrustedValue, "lines", "city", "region", "postalCode", "country"))
        {
            return (null, "This is {\"lines\",\"city\",\"region\",\"postalCode\",\"country\"} and nothing else.");
        }

        if (!TryReadLines(untrustedValue, out List<string> lines))
        {
            return (null, "The lines are 1 to 5 strings of 1 to 200 characters.");
        }

        string? region = Part(untrustedValue, "region");
        string? country = Part(untrustedValue, "country");
        return (new FieldValue
        {
            Json = FieldReader.ToJson(
                ("lines", new JsonArray([.. lines.Select(line => JsonValue.Create(line))])),
                ("city", Part(untrustedValue, "city")),
                ("region", region),
                ("postalCode", Part(untrustedValue, "postalCode")),
                ("country", country)),
            Masked = Masks.Region(region, country),
            Normalised = null,
        }, null);
    }

    private static bool TryReadLines(JsonElement value, out List<string> lines)
    {
        lines = [];
        if (!value.TryGetProperty("lines", out JsonElement array)
            || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() is 0 or > MostLines)
        {
            return false;
        }

        foreach (JsonElement line in array.EnumerateArray())
        {
            string text = line.ValueKind == JsonValueKind.String ? TextRules.Tidy(line.GetString()!) : string.Empty;
            if (text.Length is 0 or > LongestPart)
            {
                return false;
            }

            lines.Add(text);
        }

        return true;
    }

    private static bool HasOnly(JsonElement value, params ReadOnlySpan<string> names)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!names.Contains(property.Name) || !IsPlain(property))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => property.Value.GetString()!.Length <= LongestPart,
        JsonValueKind.Array => property.NameEquals("lines"),
        _ => false,
    };

    private static string? Part(JsonElement value, string name)
    {
        bool isText = value.TryGetProperty(name, out JsonElement part) && part.ValueKind == JsonValueKind.String;
        string text = isText ? TextRules.Tidy(part.GetString()!) : string.Empty;
        return text.Length == 0 ? null : text;
    }

    private static string Compact(string? text) =>
        string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool IsExpiry(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None, out _);
}
