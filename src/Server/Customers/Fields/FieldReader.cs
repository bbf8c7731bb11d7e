using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Fields;

/// <summary>Reads an untrusted value into its kind, or says why it does not fit, without repeating it.</summary>
internal static class FieldReader
{
    /// <summary>The longest text of a field, in UTF-16 units.</summary>
    public const int LongestText = 8000;

    private const int LongestLine = 400;

    public static bool TryRead(
        FieldKind kind, JsonElement untrustedValue, [NotNullWhen(true)] out FieldValue? value,
        [NotNullWhen(false)] out FieldFault? fault)
    {
        (value, string? sentence) = kind.Form switch
        {
            FieldForm.Card => CompositeFields.ReadCard(untrustedValue),
            FieldForm.BankAccount => CompositeFields.ReadBankAccount(untrustedValue),
            FieldForm.Address => CompositeFields.ReadAddress(untrustedValue),
            _ => ReadString(kind, untrustedValue),
        };
        fault = value is null ? new FieldFault(kind.Name, sentence!) : null;
        return value is not null;
    }

    private static (FieldValue? Value, string? Sentence) ReadString(FieldKind kind, JsonElement untrustedValue)
    {
        if (untrustedValue.ValueKind != JsonValueKind.String)
        {
            return (null, "This is a string.");
        }

        string text = TextRules.Tidy(untrustedValue.GetString()!);
        int longest = kind.Form == FieldForm.Text ? LongestText : LongestLine;
        if (text.Length == 0 || text.Length > longest)
        {
            return (null, FormattableString.Invariant($"This has 1 to {longest} characters."));
        }

        string? sentence = TextRules.FindFault(kind.Form, text);
        if (sentence is not null)
        {
            return (null, sentence);
        }

        return (new FieldValue
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(text, CustomersJson.Default.String),
            Masked = Masks.Of(kind.Mask, text),
            Normalised = kind.Index == IndexWidth.None ? null : TextRules.Normalise(kind.Form, text),
        }, null);
    }

    /// <summary>Seals a composite value as the JSON that came in, with its properties in a fixed order.</summary>
    internal static byte[] ToJson(params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var json = new JsonObject();
        foreach ((string name, JsonNode? node) in properties)
        {
            if (node is not null)
            {
                json.Add(name, node);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(json, CustomersJson.Default.JsonObject);
    }
}
