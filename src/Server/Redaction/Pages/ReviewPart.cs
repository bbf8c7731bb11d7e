using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>
/// What is reviewed on one page: a page of a document that has pages, else some lines or rows of its text.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Ranges">The ranges of text that stand on it.</param>
/// <param name="Page">Its size; null where there is no picture.</param>
internal sealed record ReviewPart(int Number, IReadOnlyList<TextRange> Ranges, ListedPage? Page)
{
    private const int MostUnits = 6000;
    private const int MostRows = 60;

    /// <summary>Each page is a part; where its text ends is nowhere asked.</summary>
    public static IReadOnlyList<ReviewPart> Of(PageList pages) =>
        [.. pages.Items.Select(page => new ReviewPart(page.Number, [new TextRange(page.Number - 1, 0, 0)], page))];

    /// <summary>A text in parts; one at least.</summary>
    public static IReadOnlyList<ReviewPart> Of(DocumentText text)
    {
        List<TextRange[]> parts = [.. text.Segments
            .SelectMany((segment, index) => Split(segment.Text, index))
            .Chunk(text.Segments.Count > 1 ? MostRows : 1)];
        return parts.Count == 0
            ? [new ReviewPart(1, [], null)]
            : [.. parts.Select((ranges, index) => new ReviewPart(index + 1, ranges, null))];
    }

    /// <summary>Whether a box begins here.</summary>
    public bool Holds(ListedBox box) => Ranges.Any(range =>
        range.Segment == box.Segment && box.Start >= range.Start
        && (box.Start < range.End || Page is not null || range.Start == range.End));

    // After line ends, so that no line stands on two parts.
    private static IEnumerable<TextRange> Split(string text, int segment)
    {
        int start = 0;
        while (text.Length - start > MostUnits)
        {
            int end = text.LastIndexOf('\n', start + MostUnits - 1, MostUnits) + 1;
            end = end > start ? end : start + MostUnits;
            yield return new TextRange(segment, start, end);
            start = end;
        }

        yield return new TextRange(segment, start, text.Length);
    }
}
