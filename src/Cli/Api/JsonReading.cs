using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Api;

/// <summary>Reads answers without a type for each, and writes them on one line.</summary>
internal static class JsonReading
{
    // Printed to terminals and pipes, never into a page: no need to hide quotes and accents.
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A property as people read it; nothing where it is not there.</summary>
    public static string Text(this JsonNode? node, string property) =>
        Text(node is JsonObject one ? one[property] : null);

    /// <summary>A value as people read it.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonArray array => string.Join(", ", array.Select(Text)),
        JsonObject one => string.Join(", ", one.Select(pair => $"{pair.Key}: {Text(pair.Value)}")),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => value.ToJsonString(),
        },
    };

    /// <summary>The whole on one line.</summary>
    public static string Line(this JsonNode node) => node.ToJsonString(Readable);

    public static JsonArray Array(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode?)JsonValue.Create(text))];

    /// <summary>Reads an object out of a file, or of standard input for <c>-</c>.</summary>
    /// <exception cref="StoppedException">It is not a JSON object.</exception>
    public static async Task<JsonObject> ReadFileAsync(string file, CancellationToken cancellation)
    {
        string text = file is "-" ? await Terminal.ReadAllAsync(cancellation)
            : await File.ReadAllTextAsync(file, cancellation);
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw NotAnObject();
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }
    }

    private static StoppedException NotAnObject() => new(
        ExitCodes.Usage, "the file is not a JSON object",
        "for example {\"full-name\":\"Ada Example\",\"email\":\"ada@example.org\"}");
}
