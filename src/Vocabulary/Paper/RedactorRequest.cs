namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// One request to the Redactor program: one process, one document. Bytes: <c>docs/formats/redactor-pipe.md</c>.
/// </summary>
public sealed record RedactorRequest
{
    /// <summary>The length of <see cref="ProofKey"/> in bytes.</summary>
    public const int ProofKeyLength = 16;

    /// <summary>The most pages that are taken unless a caller says otherwise.</summary>
    public const int DefaultMaxPages = 500;

    /// <summary>The largest document that is taken unless a caller says otherwise, in bytes.</summary>
    public const int DefaultMaxBytes = 50 * 1024 * 1024;

    /// <summary>What to do.</summary>
    public required RedactorAct Act { get; init; }

    /// <summary>The format the caller expects, from the file's extension.</summary>
    public required PaperFormat Format { get; init; }

    /// <summary>The document as it came.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>A larger document is refused, in bytes.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>A document of more pages is refused.</summary>
    public int MaxPages { get; init; } = DefaultMaxPages;

    /// <summary>The page to draw, from 1, for <see cref="RedactorAct.Picture"/>; else 0.</summary>
    public int Page { get; init; }

    /// <summary>
    /// The programs that read PDF may run without the sandbox where it cannot be had: limits alone hold them. Somebody
    /// said so.
    /// </summary>
    public bool MayRunUnsandboxed { get; init; }

    /// <summary>
    /// A random key of 16 bytes for this document's proof; who discards it makes the proof's hashes mute.
    /// </summary>
    public ReadOnlyMemory<byte> ProofKey { get; init; } = new byte[ProofKeyLength];

    /// <summary>What to black out.</summary>
    public IReadOnlyList<RedactionBox> Boxes { get; init; } = [];

    /// <summary>Findings that a reviewer rejected: their values may stay.</summary>
    public IReadOnlyList<TextRange> Kept { get; init; } = [];

    /// <summary>
    /// Black out also what is found only after the boxes are applied; else it is refused as undecided.
    /// </summary>
    public bool TakesLateFindings { get; init; }
}
