namespace Strongroom.Vocabulary.Paper;

/// <summary>The bytes of pages and of areas on them.</summary>
internal static class PageFrame
{
    public const int PageLength = 12;
    private const int WordLength = 24;

    public static void Write(FrameWriter writer, PaperPage page)
    {
        writer.Int(page.Width);
        writer.Int(page.Height);
        writer.List(page.Words, word =>
        {
            writer.Int(word.Start);
            writer.Int(word.End);
            WriteArea(writer, word.Area);
        });
    }

    public static PaperPage Read(ref FrameReader reader) => new()
    {
        Width = reader.Int(),
        Height = reader.Int(),
        Words = reader.List(WordLength, ReadWord),
    };

    /// <summary>Whether there are no pages, or one a segment whose words lie in its text, in order.</summary>
    public static bool Fit(DocumentText text) => text.Pages.Count == 0
        || (text.Pages.Count == text.Segments.Count
            && text.Pages.Zip(text.Segments).All(pair => AreInOrder(pair.First.Words, pair.Second.Text.Length)));

    public static void WriteOptionalArea(FrameWriter writer, PageArea? area)
    {
        writer.Bool(area is not null);
        if (area is not null)
        {
            WriteArea(writer, area);
        }
    }

    public static PageArea? ReadOptionalArea(ref FrameReader reader) => reader.Bool() ? ReadArea(ref reader) : null;

    private static bool AreInOrder(IReadOnlyList<PageWord> words, int length)
    {
        int last = 0;
        foreach (PageWord word in words)
        {
            if (word.Start < last || word.End <= word.Start)
            {
                return false;
            }

            last = word.End;
        }

        return last <= length;
    }

    private static PageWord ReadWord(ref FrameReader reader) => new(reader.Int(), reader.Int(), ReadArea(ref reader));

    private static void WriteArea(FrameWriter writer, PageArea area)
    {
        writer.Int(area.Left);
        writer.Int(area.Top);
        writer.Int(area.Right);
        writer.Int(area.Bottom);
    }

    private static PageArea ReadArea(ref FrameReader reader) =>
        new(reader.Int(), reader.Int(), reader.Int(), reader.Int());
}
