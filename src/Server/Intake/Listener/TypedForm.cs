using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// What somebody typed into a form: kept as it is to be shown again, and read by the same rules as every other way in.
/// </summary>
internal sealed class TypedForm(IReadOnlyDictionary<string, string> typed)
{
    private const int LongestPart = 200;

    /// <summary>What was typed into an input; empty where nothing was.</summary>
    public string this[string name] => typed.GetValueOrDefault(name, string.Empty).ReplaceLineEndings("\n");

    public static TypedForm Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The values by kind, and what is wrong with them; a fault names its input.</summary>
    public (Dictionary<string, JsonElement> Values, List<FieldFault> Faults) Read(IntakeForm form, FieldKinds kinds)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var faults = new List<FieldFault>();
        foreach (AskedField asked in form.Fields)
        {
            FieldKind kind = kinds.Find(asked.Kind)!; // a form with a kind that is not in use is not shown
            IReadOnlyList<InputPart> parts = InputParts.Of(kind);
            if (parts.All(part => this[part.Name].Trim().Length == 0))
            {
                if (asked.IsRequired)
                {
                    faults.Add(new FieldFault(parts[0].Name, $"{asked.Label}: this is needed."));
                }

                continue;
            }

            if (FindFault(asked, parts) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            JsonElement value = ToJson(kind, parts);
            if (FieldReader.TryRead(kind, value, out _, out FieldFault? unfit))
            {
                values.Add(kind.Name, value);
            }
            else
            {
                faults.Add(new FieldFault(
                    parts[0].Name, $"{asked.Label}: {char.ToLowerInvariant(unfit.Sentence[0])}{unfit.Sentence[1..]}"));
            }
        }

        return (values, faults);
    }

    public override string ToString() => "[personal]";

    /// <summary>What the field rules would say in words meant for programs.</summary>
    private FieldFault? FindFault(AskedField asked, IReadOnlyList<InputPart> parts)
    {
        if (parts.Count == 1)
        {
            return null;
        }

        if (parts.FirstOrDefault(part => this[part.Name].Trim().Length > LongestPart) is { } tooLong)
        {
            return new FieldFault(tooLong.Name, $"{tooLong.Label}: this is longer than {LongestPart} characters.");
        }

        return parts.FirstOrDefault(part => part.IsCore && this[part.Name].Trim().Length == 0) is { } missing
            ? new FieldFault(missing.Name, $"{asked.Label}: {missing.Label.ToLowerInvariant()} is missing.")
            : null;
    }

    private JsonElement ToJson(FieldKind kind, IReadOnlyList<InputPart> parts)
    {
        if (parts.Count == 1)
        {
            return JsonSerializer.SerializeToElement(this[kind.Name], IntakeJson.Default.String);
        }

        var value = new JsonObject();
        var lines = new JsonArray();
        foreach (InputPart part in parts.Where(part => this[part.Name].Trim().Length > 0))
        {
            string name = part.Name[(kind.Name.Length + 1)..];
            if (name.StartsWith("line", StringComparison.Ordinal))
            {
                lines.Add(JsonValue.Create(this[part.Name]));
            }
            else
            {
                value.Add(name, this[part.Name]);
            }
        }

        if (lines.Count > 0)
        {
            value.Add("lines", lines);
        }

        return JsonSerializer.SerializeToElement(value, IntakeJson.Default.JsonObject);
    }
}
