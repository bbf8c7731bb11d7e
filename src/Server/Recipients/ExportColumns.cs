using System.Text;
using System.Text.Json;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.Import;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The columns of an export, written as the import reads them back: a kind's name, or a part of one such as
/// <c>payment-card.number</c>. Pure.
/// </summary>
internal sealed class ExportColumns
{
    private const string CodeHeader = "recipient-code";
    private readonly ImportTarget[] _targets;

    public ExportColumns(FieldKinds kinds, IReadOnlyCollection<string> asked) => _targets =
        [.. ColumnMap.Targets(kinds).Select(column => ImportTarget.Parse(column.Target))
            .Where(target => asked.Contains(target.Kind, StringComparer.Ordinal))];

    public byte[] Header => Line(_targets.Select(target => target.ToString()).Prepend(CodeHeader));

    /// <summary>One row.</summary>
    /// <param name="code">How the recipient knows the customer.</param>
    /// <param name="values">The customer's values by kind; a kind that is missing leaves its cells empty.</param>
    public byte[] Row(string code, IReadOnlyDictionary<string, JsonElement> values) => Line(
        _targets.Select(target => values.TryGetValue(target.Kind, out JsonElement value)
            ? Text(value, target.Part) : string.Empty).Prepend(code));

    private static byte[] Line(IEnumerable<string> cells) =>
        Encoding.UTF8.GetBytes(string.Join(',', cells.Select(CsvCells.Write)) + "\r\n");

    private static string Text(JsonElement value, string? part) => (value.ValueKind, part) switch
    {
        (JsonValueKind.String, null) => value.GetString()!,
        (JsonValueKind.Object, { } name) when value.TryGetProperty(name, out JsonElement found) => Text(found, null),
        (JsonValueKind.Array, null) => string.Join(", ", value.EnumerateArray().Select(line => Text(line, null))),
        _ => string.Empty,
    };
}
