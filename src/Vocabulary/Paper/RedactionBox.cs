namespace Strongroom.Vocabulary.Paper;

/// <summary>A range of a document's text, or an area of a page, that was decided to be blacked out.</summary>
public sealed record RedactionBox
{
    /// <summary>The segment, from 0.</summary>
    public required int Segment { get; init; }

    /// <summary>The first UTF-16 unit.</summary>
    public required int Start { get; init; }

    /// <summary>The unit after the last one.</summary>
    public required int End { get; init; }

    /// <summary>An area of the page, with everything in it; the range is then empty.</summary>
    public PageArea? Area { get; init; }

    /// <summary>The kind of the finding, or a reviewer's word; decides the label where there is none.</summary>
    public required string Kind { get; init; }

    /// <summary>A customer's code, or null for the kind's own label.</summary>
    public string? Label { get; init; }

    /// <summary>The box that a finding proposes.</summary>
    public static RedactionBox From(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new()
        {
            Segment = finding.Segment,
            Start = finding.Start,
            End = finding.End,
            Area = finding.Area,
            Kind = finding.Kind,
            Label = finding.Label,
        };
    }
}
