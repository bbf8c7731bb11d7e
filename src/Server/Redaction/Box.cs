using System.Text.Json.Serialization;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// A range of the document's text, or an area of a page, that was found or drawn, and what was decided about it. Holds
/// a place, never the value.
/// </summary>
internal sealed record Box
{
    public required string Kind { get; init; }

    public required int Segment { get; init; }

    /// <summary>The first UTF-16 unit in the segment.</summary>
    public required int Start { get; init; }

    /// <summary>The unit after the last one.</summary>
    public required int End { get; init; }

    /// <summary>The page, from 1; null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>
    /// An area of the page, with everything in it; the range is then empty. Null for a range of text.
    /// </summary>
    public PageArea? Area { get; init; }

    /// <summary>Where it is drawn on the page, one area a line of text; empty where the format has no pages.</summary>
    public IReadOnlyList<PageArea> Areas { get; init; } = [];

    /// <summary>Where it stands, for people: <c>line 12</c>, <c>page 2, line 5</c>, <c>page 2</c>.</summary>
    public required string Place { get; init; }

    /// <summary>1 to 5; 5 for what a reviewer has drawn.</summary>
    public required int Likelihood { get; init; }

    public required string Recognizer { get; init; }

    public required string Reason { get; init; }

    /// <summary>The code of a registered customer; null for the kind's own label.</summary>
    public string? Label { get; init; }

    public required BoxDecision Decision { get; init; }

    /// <summary>Whether a reviewer has drawn it; only such a box is moved or removed.</summary>
    [JsonIgnore]
    public bool IsDrawn => Recognizer == DrawnBox.Recognizer;

    public static Box Of(Finding finding, BoxPlaces places) => new()
    {
        Kind = finding.Kind,
        Segment = finding.Segment,
        Start = finding.Start,
        End = finding.End,
        Page = places.Page(finding.Segment),
        Area = finding.Area,
        Areas = places.Areas(finding.Segment, finding.Start, finding.End, finding.Area),
        Place = places.Of(finding.Segment, finding.Start, finding.Area),
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
        Area = Area,
        Kind = Kind,
        Label = Label,
    };
}
