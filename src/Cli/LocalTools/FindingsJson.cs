using System.Text.Json;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>Findings as JSON: kind, places, likelihood and recognizer; never a value.</summary>
internal static class FindingsJson
{
    /// <summary>One object for all files.</summary>
    public static async Task WriteAsync(IEnumerable<(string File, FoundAnswer Found)> reports)
    {
        await using Stream output = Terminal.OpenOutput();
        await using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach ((string file, FoundAnswer found) in reports)
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                Write(json, found.Findings, found.Text.Pages.Count > 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The member <c>findings</c>; on pages each says its page, and where it lies if it has no text.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings, bool hasPages = false)
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
            if (hasPages)
            {
                WritePlace(json, finding);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Finding finding)
    {
        json.WriteNumber("page", finding.Segment + 1);
        if (finding.Area is { } area)
        {
            json.WriteStartObject("area");
            json.WriteNumber("left", area.Left);
            json.WriteNumber("top", area.Top);
            json.WriteNumber("right", area.Right);
            json.WriteNumber("bottom", area.Bottom);
            json.WriteEndObject();
        }
    }
}
