namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// The evidence that a redacted copy holds none of the removed values. Bytes: <c>docs/formats/redaction-proof.md</c>.
/// </summary>
public sealed record RedactionProof
{
    /// <summary>The version of the rules that found and checked.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>The format of source and copy.</summary>
    public required PaperFormat Format { get; init; }

    /// <summary>SHA-256 of the document as it came.</summary>
    public required ReadOnlyMemory<byte> SourceHash { get; init; }

    /// <summary>SHA-256 of the copy.</summary>
    public required ReadOnlyMemory<byte> CopyHash { get; init; }

    /// <summary>What was removed, in the document's order.</summary>
    public required IReadOnlyList<RemovedValue> Removed { get; init; }

    /// <summary>Where the copy's bytes were searched for the removed values, and how often one was met.</summary>
    public required IReadOnlyList<ProofSearch> Searches { get; init; }

    /// <summary>How many different values were searched for.</summary>
    public required int ValueCount { get; init; }

    /// <summary>How many findings a reviewer chose to keep.</summary>
    public required int KeptCount { get; init; }

    /// <summary>How many undecided findings the recognizers met in the copy; 0 in every valid proof.</summary>
    public required int UndecidedCount { get; init; }

    /// <summary>Whether nothing was met and nothing is undecided.</summary>
    public bool Holds => UndecidedCount == 0 && Searches.Count > 0 && Searches.All(search => search.Hits == 0);
}
