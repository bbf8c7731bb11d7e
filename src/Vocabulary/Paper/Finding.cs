namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// Identifying information found in a document: where and of which kind, never the value itself.
/// </summary>
public sealed record Finding
{
    /// <summary>The kind, one of <see cref="FindingKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The number of the segment in <see cref="DocumentText.Segments"/>, from 0.</summary>
    public int Segment { get; init; }

    /// <summary>The first UTF-16 unit in the segment's text.</summary>
    public required int Start { get; init; }

    /// <summary>The UTF-16 unit after the last one.</summary>
    public required int End { get; init; }

    /// <summary>
    /// Where it lies on the page when it has no text, such as a picture; its range is then empty and stands at the end
    /// of the segment.
    /// </summary>
    public PageArea? Area { get; init; }

    /// <summary>1 (unlikely) to 5 (certain).</summary>
    public required int Likelihood { get; init; }

    /// <summary>The recognizer that found it.</summary>
    public required string Recognizer { get; init; }

    /// <summary>Why it counts, for people; holds no data.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// What takes its place: the customer's code for a registered customer, or null for the kind's own label.
    /// </summary>
    public string? Label { get; init; }
}
