namespace Strongroom.Vocabulary.Paper;

/// <summary>A word of a page and where it is drawn.</summary>
/// <param name="Start">Its first UTF-16 unit in the text of the page's segment.</param>
/// <param name="End">The unit after its last one.</param>
/// <param name="Area">Where its letters stand.</param>
public sealed record PageWord(int Start, int End, PageArea Area);
