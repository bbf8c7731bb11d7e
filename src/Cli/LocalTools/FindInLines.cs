using System.Text;
using System.Text.Json;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// JSON lines in, JSON lines out, in order, each answered before the next is read. A line that is no
/// <c>{"id":…,"text":…}</c> is answered with an error, and the exit code is 1.
/// </summary>
internal static class FindInLines
{
    public static async Task<(int Code, int Found)> RunAsync(IEnumerable<Stream> inputs, CancellationToken cancellation)
    {
        int code = ExitCodes.Done;
        int found = 0;
        await using var output = new BufferedStream(Terminal.OpenOutput());
        await using var json = new Utf8JsonWriter(output);
        foreach (Stream input in inputs)
        {
            using var reader = new StreamReader(input, Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                if (line.Length == 0)
                {
                    continue;
                }

                int count = Answer(line, json);
                code = count < 0 ? ExitCodes.Failed : code;
                found += Math.Max(count, 0);
                await json.FlushAsync(cancellation);
                json.Reset();
                output.WriteByte((byte)'\n');
                await output.FlushAsync(cancellation);
            }
        }

        return (code, found);
    }

    /// <summary>Writes the answer to one line.</summary>
    /// <returns>How many findings, or -1 for a malformed line.</returns>
    private static int Answer(string untrustedLine, Utf8JsonWriter json)
    {
        try
        {
            using var document = JsonDocument.Parse(untrustedLine);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out JsonElement id)
                && root.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String)
            {
                IReadOnlyList<Finding> findings = PatternFinder.Find(text.GetString()!);
                json.WriteStartObject();
                json.WritePropertyName("id");
                id.WriteTo(json);
                FindingsJson.Write(json, findings);
                json.WriteEndObject();
                return findings.Count;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A line that does not parse, or holds half a surrogate pair, is answered below like any other malformed
            // one.
        }

        json.WriteStartObject();
        json.WriteNull("id");
        FindingsJson.Write(json, []);
        json.WriteString("error", "line-malformed");
        json.WriteEndObject();
        return -1;
    }
}
