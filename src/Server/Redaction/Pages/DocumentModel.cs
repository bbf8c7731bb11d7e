namespace Strongroom.Server.Redaction.Pages;

/// <summary>One document and what has come of it.</summary>
internal sealed record DocumentModel
{
    public required PaperworkLine Line { get; init; }

    /// <summary>The proof of the filed copy, else of the newest one that is proved; null where there is none.</summary>
    public ShownProof? Proof { get; init; }

    /// <summary>The copy that the proof speaks of.</summary>
    public ViewedCopy? Proved { get; init; }

    public ViewedDocument Document => Line.Document;
}
