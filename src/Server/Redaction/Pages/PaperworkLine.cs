using System.Globalization;
using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>A document as a line of the list: where it stands, and what comes next.</summary>
/// <param name="Document">The document.</param>
/// <param name="Job">The job that works on it now, or ended badly; null where there is none.</param>
/// <param name="IsOwn">Whether the visitor has started that job.</param>
internal sealed record PaperworkLine(ViewedDocument Document, JobCard? Job, bool IsOwn)
{
    public string Path => "/documents/" + Document.Id;

    /// <summary>The newest copy; null where none was asked for.</summary>
    public ViewedCopy? Copy => Document.Copies.Count == 0 ? null : Document.Copies[^1];

    public bool IsUnderWay => Document.State == "reading" || IsMaking;

    private bool IsMaking => Document.FiledAt is null && Copy is { State: "making" };

    /// <summary>May be reviewed now.</summary>
    public bool IsReviewable => Document is { State: "ready" or "filed", HasOriginal: true } && !IsMaking;

    /// <summary>The state in a few words, and how it is coloured.</summary>
    public (string Words, string Kind) State => Document switch
    {
        { State: "reading" } => ("Reading", "accent"),
        { State: "failed" } => ("Not read", "bad"),
        { State: "filed" } => ("In the archive", "good"),
        { Copies: [.., { State: "making" }] } => ("Making the copy", "accent"),
        { Copies: [.., { State: "kept-back" }] } => ("Copy kept back", "bad"),
        { Copies: [.., { State: "failed" }] } => ("Copy failed", "bad"),
        { Counts: { Undecided: > 0 } counts } when counts.Undecided == counts.All =>
            (Boxes($"Ready ({counts.All:N0} ", counts.All) + ")", "warn"),
        { Counts.Undecided: > 0 and var left } => (Number($"{left:N0} left to decide"), "warn"),
        { Copies: [.., { State: "proved" }] } => ("Copy proved", "good"),
        _ => ("Decided", "plain"),
    };

    /// <summary>What went wrong and what to do; null where nothing did.</summary>
    public string? Sentence =>
        Document.Problem?.Sentence ?? (Document.FiledAt is null ? Copy?.Problem?.Sentence : null);

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Boxes(FormattableString text, int count) => Number(text) + (count == 1 ? "box" : "boxes");
}
