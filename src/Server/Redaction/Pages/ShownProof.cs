using System.Text.Json;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>A stored proof as the page shows it; its bytes are in <c>docs/formats/redaction-proof.md</c>.</summary>
internal sealed record ShownProof
{
    private const int ShortHash = 12;

    public required bool Holds { get; init; }

    /// <summary>How many different values were searched for.</summary>
    public required int Values { get; init; }

    /// <summary>How many boxes a reviewer rejected.</summary>
    public required int Kept { get; init; }

    /// <summary>Where it was searched, and how often a removed value was met.</summary>
    public required IReadOnlyList<(string Where, int Hits)> Searches { get; init; }

    /// <summary>How many of each kind were removed, most first.</summary>
    public required IReadOnlyList<(string Kind, int Count)> Removed { get; init; }

    /// <summary>The first digits of the original's SHA-256.</summary>
    public required string Source { get; init; }

    /// <summary>The first digits of the copy's SHA-256.</summary>
    public required string Copy { get; init; }

    public required string Rules { get; init; }

    public static ShownProof Read(ReadOnlyMemory<byte> storedProof)
    {
        using var json = JsonDocument.Parse(storedProof);
        JsonElement proof = json.RootElement;
        return new ShownProof
        {
            Holds = proof.GetProperty("holds").GetBoolean(),
            Values = proof.GetProperty("values").GetInt32(),
            Kept = proof.GetProperty("kept").GetInt32(),
            Searches = [.. proof.GetProperty("searches").EnumerateArray().Select(search =>
                (search.GetProperty("encoding").GetString()!, search.GetProperty("hits").GetInt32()))],
            Removed = [.. proof.GetProperty("removed").EnumerateArray()
                .CountBy(removed => removed.GetProperty("kind").GetString()!)
                .OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => (DocumentWords.KindOf(kind.Key), kind.Value))],
            Source = Short(proof.GetProperty("source").GetString()!),
            Copy = Short(proof.GetProperty("copy").GetString()!),
            Rules = proof.GetProperty("rules").GetString()!,
        };
    }

    private static string Short(string hash) => hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..][..ShortHash];
}
