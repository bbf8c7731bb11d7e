namespace Strongroom.Vocabulary.Paper;

/// <summary>A page as it is seen upright: its size, and where the words of its segment are drawn.</summary>
public sealed record PaperPage
{
    /// <summary>In twentieths of a point.</summary>
    public required int Width { get; init; }

    /// <summary>In twentieths of a point.</summary>
    public required int Height { get; init; }

    /// <summary>The words in the order of the text; none overlaps another in the text.</summary>
    public required IReadOnlyList<PageWord> Words { get; init; }

    /// <summary>The words that hold some of a range of the segment's text.</summary>
    /// <param name="start">The first UTF-16 unit.</param>
    /// <param name="end">The unit after the last one.</param>
    public IEnumerable<PageWord> WordsIn(int start, int end) =>
        Words.Where(word => word.Start < end && start < word.End);
}
