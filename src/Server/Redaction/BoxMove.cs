using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Where a box goes that a reviewer has drawn: another range of its segment, or another area of its page.
/// </summary>
internal sealed record BoxMove
{
    /// <summary>The first UTF-16 unit, for a range.</summary>
    public int? Start { get; init; }

    /// <summary>The unit after the last one.</summary>
    public int? End { get; init; }

    /// <summary>The area of the page, in twentieths of a point from its upper left corner.</summary>
    public PageArea? Area { get; init; }
}
