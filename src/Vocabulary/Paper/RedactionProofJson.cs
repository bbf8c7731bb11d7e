using System.Buffers;
using System.Text.Json;

namespace Strongroom.Vocabulary.Paper;

/// <summary>A proof as JSON, for people and archives. Shape: <c>docs/formats/redaction-proof.md</c>.</summary>
public static class RedactionProofJson
{
    /// <summary>The proof as one JSON object in UTF-8.</summary>
    public static byte[] Write(RedactionProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, proof);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the proof as one JSON object into a larger document.</summary>
    public static void Write(Utf8JsonWriter json, RedactionProof proof)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(proof);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("rules", proof.RuleVersion);
        json.WriteString("format", PaperFormats.Name(proof.Format));
        json.WriteString("source", "sha256:" + Convert.ToHexStringLower(proof.SourceHash.Span));
        json.WriteString("copy", "sha256:" + Convert.ToHexStringLower(proof.CopyHash.Span));
        json.WriteBoolean("holds", proof.Holds);
        json.WriteNumber("values", proof.ValueCount);
        json.WriteNumber("kept", proof.KeptCount);
        json.WriteNumber("undecided", proof.UndecidedCount);
        WriteSearches(json, proof.Searches);
        WriteRemoved(json, proof.Removed);
        json.WriteEndObject();
    }

    private static void WriteSearches(Utf8JsonWriter json, IReadOnlyList<ProofSearch> searches)
    {
        json.WriteStartArray("searches");
        foreach (ProofSearch search in searches)
        {
            json.WriteStartObject();
            json.WriteString("encoding", search.Encoding);
            json.WriteNumber("hits", search.Hits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRemoved(Utf8JsonWriter json, IReadOnlyList<RemovedValue> removed)
    {
        json.WriteStartArray("removed");
        foreach (RemovedValue value in removed)
        {
            json.WriteStartObject();
            json.WriteString("kind", value.Kind);
            json.WriteString("place", value.Place);
            json.WriteString("label", value.Label);
            json.WriteString("hash", value.Hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
