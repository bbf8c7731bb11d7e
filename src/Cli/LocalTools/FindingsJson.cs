using System.Text.Json;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>Findings as JSON: kind, places, likelihood and recognizer; never a value.</summary>
internal static class FindingsJson
{
    /// <summary>One object for all files.</summary>
    public static async Task WriteAsync(IEnumerable<(string File, IReadOnlyList<Finding> Findings)> reports)
    {
        await using Stream output = Terminal.OpenOutput();
        await using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach ((string file, IReadOnlyList<Finding> findings) in reports)
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                Write(json, findings);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The member <c>findings</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.Kind);
            json.WriteNumber("start", finding.Start);
            json.WriteNumber("end", finding.End);
            json.WriteNumber("likelihood", finding.Likelihood);
            json.WriteString("recognizer", finding.Recognizer);
            json.WriteString("reason", finding.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
