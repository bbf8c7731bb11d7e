namespace Strongroom.Server.Redaction.Pages;

/// <summary>Some text of the document, and the box that it lies in; does not print.</summary>
/// <param name="Text">The text.</param>
/// <param name="Box">The box; null outside of any.</param>
internal sealed record ReviewRun(string Text, ListedBox? Box)
{
    public override string ToString() => nameof(ReviewRun);

    /// <summary>
    /// A range of text cut where boxes begin and end. Where two lie on each other, the first one shows.
    /// </summary>
    /// <param name="text">The segment's text.</param>
    /// <param name="start">The first UTF-16 unit.</param>
    /// <param name="end">The unit after the last one.</param>
    /// <param name="boxes">The boxes of the segment.</param>
    public static IEnumerable<ReviewRun> Cut(string text, int start, int end, IEnumerable<ListedBox> boxes)
    {
        int at = start;
        foreach (ListedBox box in boxes.Where(box => box.Start < end && box.End > start).OrderBy(box => box.Start))
        {
            int from = Math.Max(box.Start, at);
            int to = Math.Min(box.End, end);
            if (from >= to)
            {
                continue;
            }

            if (from > at)
            {
                yield return new ReviewRun(text[at..from], null);
            }

            yield return new ReviewRun(text[from..to], box);
            at = to;
        }

        if (at < end)
        {
            yield return new ReviewRun(text[at..end], null);
        }
    }
}
