using System.Text.Json;

namespace Strongroom.Server.Home;

/// <summary>
/// Plainly invented people: example names and addresses, 555 numbers, social security numbers that are never issued,
/// card numbers of the networks' own tests.
/// </summary>
internal static class DemoCustomers
{
    private static readonly string[] Rows =
    [
        "Ada Example|1971-03-14|555-0101|note:Prefers to be called in the morning",
        "Grace Example|1985-12-09|555-0102|payment-card",
        "Alan Sample|1992-06-23|555-0103|us-ssn",
        "Edith Sample|1949-01-30|555-0104|services-used:Yearly check",
        "Olive Specimen|1978-08-02|555-0105|bank-account",
        "Otto Specimen|2001-02-28|555-0106|",
        "Nina Placeholder|1966-11-17|555-0107|us-ssn",
        "Noah Placeholder|1999-04-04|555-0108|note:Brings an interpreter",
        "Vera Fictional|1958-07-21|555-0109|payment-card",
        "Viktor Fictional|1983-10-10|555-0110|services-used:Two appointments",
        "Ines Invented|1975-05-05|555-0111|bank-account",
        "Ivan Invented|1990-09-19|555-0112|",
    ];

    public static int Count => Rows.Length;

    /// <summary>The fields of each, as the API takes them.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, JsonElement>> All() => Rows.Select(Fields);

    private static Dictionary<string, JsonElement> Fields(string row)
    {
        string[] parts = row.Split('|');
        string first = parts[0].Split(' ')[0];
#pragma warning disable CA1308 // An address, not a key.
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["full-name"] = Text(parts[0]),
            ["date-of-birth"] = Text(parts[1]),
            ["phone"] = Text("+1 202-" + parts[2]),
            ["email"] = Text($"{first.ToLowerInvariant()}@example.org"),
        };
#pragma warning restore CA1308
        string[] extra = parts[3].Split(':', 2);
        if (extra[0].Length > 0)
        {
            fields[extra[0]] = extra.Length == 2 ? Text(extra[1]) : Number(extra[0]);
        }

        return fields;
    }

    private static JsonElement Number(string kind) => kind switch
    {
        "us-ssn" => Text("900-55-0147"),
        "payment-card" => Json("""{"number":"4111 1111 1111 1111","expiry":"2030-12"}"""),
        _ => Json("""{"account":"5550147001","routing":"021000021"}"""),
    };

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, HomeJson.Default.String);

    private static JsonElement Json(string json) => JsonSerializer.Deserialize(json, HomeJson.Default.JsonElement);
}
