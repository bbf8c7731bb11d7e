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
        for (int first = 0; first < boxes.Count;)
        {
            int next = first + 1;
            while (next < boxes.Count && boxes[next].Segment == boxes[first].Segment)
            {
                next++;
            }

            int segment = boxes[first].Segment;
            segments[segment] = Write(segments[segment], boxes.GetRange(first, next - first));
            first = next;
        }

        return text with { Segments = segments, Headings = HeadingsOf(text, segments) };
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
