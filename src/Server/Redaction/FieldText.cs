using System.Text.Json;

namespace Strongroom.Server.Redaction;

/// <summary>
/// A field's value as text, the way it stands in letters: what the composite kinds are recognized by.
/// </summary>
internal static class FieldText
{
    public static string Of(string kind, JsonElement value) => kind switch
    {
        _ when value.ValueKind == JsonValueKind.String => value.GetString()!,
        "payment-card" => Part(value, "number"),
        "bank-account" => Part(value, "account"),
        "postal-address" => Address(value),
        _ => string.Empty,
    };

    private static string Address(JsonElement value)
    {
        IEnumerable<string> lines = value.TryGetProperty("lines", out JsonElement array)
            ? array.EnumerateArray().Select(line => line.GetString()!)
            : [];
        string place = string.Join(' ', Part(value, "city"), Part(value, "region"), Part(value, "postalCode")).Trim();
        return string.Join('\n', [.. lines, place]);
    }

    private static string Part(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement part)
            ? part.GetString() ?? string.Empty
            : string.Empty;
}
