using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>
/// Puts labels in place of boxes. A box over several cells leaves its label in the first and empties the others.
/// </summary>
internal static class BoxWriter
{
    /// <summary>The document with labels in place of the boxes.</summary>
    /// <param name="text">The text the boxes lie in.</param>
    /// <param name="boxes">Sorted and not overlapping, from <see cref="BoxPlan"/>.</param>
    public static DocumentText Write(DocumentText text, List<RedactionBox> boxes)
    {
        TextSegment[] segments = [.. text.Segments];
        PaperPage[] pages = [.. text.Pages];
        for (int first = 0; first < boxes.Count;)
        {
            int next = first + 1;
            while (next < boxes.Count && boxes[next].Segment == boxes[first].Segment)
            {
                next++;
            }

            int segment = boxes[first].Segment;
            List<RedactionBox> own = boxes.GetRange(first, next - first);
            segments[segment] = Write(segments[segment], own);
            if (pages.Length > 0)
            {
                pages[segment] = pages[segment] with { Words = [.. WordsAfter(pages[segment], new RangeMap(own))] };
            }

            first = next;
        }

        return text with { Segments = segments, Headings = HeadingsOf(text, segments), Pages = pages };
    }

    /// <summary>A label stands where the first word of its box did; the others are gone.</summary>
    private static IEnumerable<PageWord> WordsAfter(PaperPage page, RangeMap map)
    {
        foreach (PageWord word in page.Words)
        {
            (int start, int end) = map.After(word.Start, word.End);
            if (start < end)
            {
                yield return new PageWord(start, end, word.Area);
            }
        }
    }

    private static List<string> HeadingsOf(DocumentText text, TextSegment[] segments) =>
        text.Headings.Count == 0 ? [] : [.. Enumerable.Range(0, text.Headings.Count).Select(cell =>
            segments[0].Text[segments[0].CellStarts[cell]..segments[0].CellEnd(cell)])];

    private static TextSegment Write(TextSegment segment, List<RedactionBox> boxes)
    {
        var writer = new SegmentWriter(segment);
        foreach (RedactionBox box in boxes)
        {
            writer.CopyTo(box.Start);
            writer.Replace(box.End, BoxPlan.LabelOf(box));
        }

        return writer.Finish();
    }
}
