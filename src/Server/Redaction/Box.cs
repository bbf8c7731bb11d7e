using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// A range of the document's text that was found or drawn, and what was decided about it. Holds a place, never the
/// value.
/// </summary>
internal sealed record Box
{
    public required string Kind { get; init; }

    public required int Segment { get; init; }

    /// <summary>The first UTF-16 unit in the segment.</summary>
    public required int Start { get; init; }

    /// <summary>The unit after the last one.</summary>
    public required int End { get; init; }

    /// <summary>Where it stands, for people: <c>line 12</c>.</summary>
    public required string Place { get; init; }

    /// <summary>1 to 5; 5 for what a reviewer has drawn.</summary>
    public required int Likelihood { get; init; }

    public required string Recognizer { get; init; }

    public required string Reason { get; init; }

    /// <summary>The code of a registered customer; null for the kind's own label.</summary>
    public string? Label { get; init; }

    public required BoxDecision Decision { get; init; }

    public static Box Of(Finding finding, string place) => new()
    {
        Kind = finding.Kind,
        Segment = finding.Segment,
        Start = finding.Start,
        End = finding.End,
        Place = place,
        Likelihood = finding.Likelihood,
        Recognizer = finding.Recognizer,
        Reason = finding.Reason,
        Label = finding.Label,
        Decision = BoxDecision.Undecided,
    };

    public RedactionBox ToRedactionBox() => new()
    {
        Segment = Segment,
        Start = Start,
        End = End,
        Kind = Kind,
        Label = Label,
    };
}
