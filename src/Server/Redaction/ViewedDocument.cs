using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>A document as everybody assigned sees it.</summary>
internal sealed record ViewedDocument
{
    public required DocumentId Id { get; init; }

    public required string Compartment { get; init; }

    /// <summary>Whose it is; absent where it is the compartment's.</summary>
    public CustomerCode? Customer { get; init; }

    public required string Kind { get; init; }

    /// <summary>The file's name, masked: it may name somebody.</summary>
    public required string FileName { get; init; }

    /// <summary><c>text</c>, <c>csv</c> or <c>pdf</c>.</summary>
    public required string Format { get; init; }

    /// <summary><c>reading</c>, <c>failed</c>, <c>ready</c>, <c>filed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why reading failed: a stable code, and what to do; absent where it did not.</summary>
    public DocumentProblem? Problem { get; init; }

    /// <summary>The job that reads it.</summary>
    public required JobId Job { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required BoxCounts Counts { get; init; }

    /// <summary>False once the original is destroyed.</summary>
    public required bool HasOriginal { get; init; }

    public required IReadOnlyList<ViewedCopy> Copies { get; init; }

    /// <summary>Since when it is filed; absent while it is not.</summary>
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>The copy that is filed.</summary>
    public RecordId? FiledCopy { get; init; }

    public static ViewedDocument Of(OpenDocument document, string? problem, IReadOnlyList<ViewedCopy> copies)
    {
        DocumentCard card = document.Card;
        return new ViewedDocument
        {
            Id = document.Row.Id,
            Compartment = document.Compartment.Facts.Name,
            Customer = document.Code,
            Kind = card.Kind,
            FileName = "•••••" + PaperFormats.Extension(card.Format),
            Format = PaperFormats.Name(card.Format),
            State = StateOf(card, problem),
            Problem = problem is null ? null : DocumentProblem.Of(problem),
            Job = card.ReadingJob,
            AddedAt = card.AddedAt,
            ChangedAt = card.ChangedAt,
            Counts = card.Counts,
            HasOriginal = card.Original is not null,
            Copies = copies,
            FiledAt = card.Filed?.At,
            FiledCopy = card.Filed?.Copy,
        };
    }

    private static string StateOf(DocumentCard card, string? problem)
    {
        if (card.Boxes is null)
        {
            return problem is null ? "reading" : "failed";
        }

        return card.Filed is null ? "ready" : "filed";
    }
}
