using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Where boxes of a document stand: in words, and on its pages where it has some. Fast when asked in ascending order.
/// </summary>
/// <param name="text">The document's text.</param>
internal sealed class BoxPlaces(DocumentText text)
{
    private readonly DocumentPlaces _places = new(text);

    /// <summary>The page of a segment, from 1; null where the format has no pages.</summary>
    public int? Page(int segment) => text.Pages.Count > 0 ? segment + 1 : null;

    /// <summary>The place in words: a line, a cell, or the page alone for an area.</summary>
    public string Of(int segment, int start, PageArea? area) =>
        area is null ? _places.Of(segment, start) : _places.OfPage(segment);

    /// <summary>
    /// Where a box is drawn: the area itself, or the words of the range, one area a line; whole words are blacked out.
    /// </summary>
    public IReadOnlyList<PageArea> Areas(int segment, int start, int end, PageArea? area)
    {
        if (area is not null || text.Pages.Count == 0)
        {
            return area is null ? [] : [area];
        }

        List<PageArea> lines = [];
        string content = text.Segments[segment].Text;
        int before = 0;
        foreach (PageWord word in text.Pages[segment].WordsIn(start, end))
        {
            bool isSameLine = lines.Count > 0 && !content.AsSpan(before, word.Start - before).Contains('\n');
            if (isSameLine)
            {
                lines[^1] = lines[^1].With(word.Area);
            }
            else
            {
                lines.Add(word.Area);
            }

            before = word.End;
        }

        return lines;
    }
}
