using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// What a reviewer has drawn: a range of the text, an area of a page, or words wherever they stand; does not print.
/// </summary>
internal sealed record DrawnRange
{
    /// <summary>The most UTF-16 units of <see cref="Words"/>.</summary>
    public const int LongestWords = 200;

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

    /// <summary>Words that are looked for in the whole document, instead of a place; at most 200 UTF-16 units.</summary>
    public string? Words { get; init; }

    public override string ToString() => nameof(DrawnRange);
}
