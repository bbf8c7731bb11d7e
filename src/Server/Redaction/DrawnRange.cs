using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>What a reviewer has drawn: a range of the text, or an area of a page.</summary>
internal sealed record DrawnRange
{
    /// <summary>What it is; decides the label.</summary>
    public required string Kind { get; init; }

    /// <summary>The segment, from 0, for a range.</summary>
    public int? Segment { get; init; }

    /// <summary>The first UTF-16 unit of a range.</summary>
    public int? Start { get; init; }

    /// <summary>The unit after the last one.</summary>
    public int? End { get; init; }

    /// <summary>The page, from 1, for an area.</summary>
    public int? Page { get; init; }

    /// <summary>An area of the page, in twentieths of a point from its upper left corner.</summary>
    public PageArea? Area { get; init; }
}
