using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The inputs of one field kind in a form; a composite kind has several. Does not print.</summary>
internal sealed class KindInputs
{
    private static readonly (string, string, int)[] AddressParts =
        [("lines", "Street and number", 2), ("city", "City", 1), ("region", "Region or state", 1),
            ("postalCode", "Postal code", 1), ("country", "Country", 1)];

    private static readonly (string, string, int)[] CardParts = [("number", "Number", 1), ("expiry", "Expiry", 1)];

    private static readonly (string, string, int)[] AccountParts =
        [("account", "Account or IBAN", 1), ("routing", "Routing number or BIC", 1)];

    private static readonly Dictionary<FieldForm, (string Type, string? Mode, string? Hint)> Looks = new()
    {
        [FieldForm.Email] = ("email", "email", null),
        [FieldForm.Phone] = ("tel", "tel", null),
        [FieldForm.Date] = ("date", null, null),
        [FieldForm.SocialSecurity] = ("text", "numeric", "Nine digits, as 123-45-6789."),
        [FieldForm.Card] = ("text", "numeric", "Never the code on the back: it must not be stored. Expiry as 2029-08."),
    };

    private KindInputs(FieldKind kind, IReadOnlyList<InputPart> parts)
    {
        Kind = kind;
        Parts = parts;
    }

    public FieldKind Kind { get; }

    public IReadOnlyList<InputPart> Parts { get; }

    public bool IsComposite => Parts.Count > 1;

    public string? Hint => Looks.TryGetValue(Kind.Form, out (string Type, string? Mode, string? Hint) look)
        ? look.Hint : null;

    /// <summary>The inputs of every kind, with what a form brought.</summary>
    public static IReadOnlyList<KindInputs> Of(FieldKinds kinds, PageForm? form) =>
        [.. kinds.All.Select(kind => new KindInputs(kind, [.. PartsOf(kind).Select(part => part with
        {
            Value = form?[part.Name],
        })]))];

    /// <summary>The values that were typed, by kind, in the shapes of the API; what was left empty is left out.</summary>
    public static Dictionary<string, JsonElement> Read(IReadOnlyList<KindInputs> inputs) => inputs
        .Where(input => input.Parts.Any(part => !string.IsNullOrEmpty(part.Value)))
        .ToDictionary(input => input.Kind.Name, input => input.ToJson(), StringComparer.Ordinal);

    public override string ToString() => "[personal]";

    private JsonElement ToJson()
    {
        if (!IsComposite)
        {
            return JsonSerializer.SerializeToElement(Parts[0].Value!, CustomersJson.Default.String);
        }

        var json = new JsonObject();
        foreach (InputPart part in Parts.Where(part => !string.IsNullOrEmpty(part.Value)))
        {
            string name = part.Name[(part.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
            string[] lines = part.Value!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            json.Add(name, name == "lines" ? new JsonArray([.. lines.Select(line => JsonValue.Create(line))]) : part.Value);
        }

        return JsonSerializer.SerializeToElement(json, CustomersJson.Default.JsonObject);
    }

    private static IEnumerable<InputPart> PartsOf(FieldKind kind)
    {
        (string Name, string Label, int Lines)[] parts = kind.Form switch
        {
            FieldForm.Address => AddressParts,
            FieldForm.Card => CardParts,
            FieldForm.BankAccount => AccountParts,
            _ => [],
        };
        (string type, string? mode, _) = Looks.GetValueOrDefault(kind.Form, ("text", null, null));
        return parts.Length == 0
            ? [new InputPart(kind.Name, kind.Label, kind.Form == FieldForm.Text ? 2 : 1, type, mode)]
            : parts.Select(part => new InputPart($"{kind.Name}.{part.Name}", part.Label, part.Lines, type, mode));
    }
}
