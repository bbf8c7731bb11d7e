namespace Strongroom.Vocabulary.Paper;

/// <summary>The bytes of a document's text and of findings in it.</summary>
internal static class DocumentTextFrame
{
    public const int FindingLength = 27;
    private const int SegmentLength = 12;

    public static void Write(FrameWriter writer, DocumentText text)
    {
        writer.Byte((int)text.Format);
        writer.List(text.Headings, writer.Text);
        writer.List(text.Segments, segment => WriteSegment(writer, segment));
        writer.List(text.Pages, page => PageFrame.Write(writer, page));
    }

    public static DocumentText Read(ref FrameReader reader)
    {
        var format = (PaperFormat)reader.Byte();
        if (!Enum.IsDefined(format))
        {
            reader.Fail();
        }

        var text = new DocumentText
        {
            Format = format,
            Headings = reader.List(sizeof(int), ReadText),
            Segments = reader.List(SegmentLength, ReadSegment),
            Pages = reader.List(PageFrame.PageLength, PageFrame.Read),
        };
        if (!PageFrame.Fit(text))
        {
            reader.Fail();
        }

        return text;
    }

    public static void WriteFinding(FrameWriter writer, Finding finding)
    {
        writer.Int(finding.Segment);
        writer.Int(finding.Start);
        writer.Int(finding.End);
        writer.Byte(finding.Likelihood);
        writer.Text(finding.Kind);
        writer.Text(finding.Recognizer);
        writer.Text(finding.Reason);
        writer.OptionalText(finding.Label);
        PageFrame.WriteOptionalArea(writer, finding.Area);
    }

    public static Finding ReadFinding(ref FrameReader reader) => new()
    {
        Segment = reader.Int(),
        Start = reader.Int(),
        End = reader.Int(),
        Likelihood = reader.Byte(),
        Kind = reader.Text(),
        Recognizer = reader.Text(),
        Reason = reader.Text(),
        Label = reader.OptionalText(),
        Area = PageFrame.ReadOptionalArea(ref reader),
    };

    private static void WriteSegment(FrameWriter writer, TextSegment segment)
    {
        writer.Int(segment.Number);
        writer.Text(segment.Text);
        writer.List(segment.CellStarts, writer.Int);
    }

    private static TextSegment ReadSegment(ref FrameReader reader)
    {
        var segment = new TextSegment
        {
            Number = reader.Int(),
            Text = reader.Text(),
            CellStarts = reader.List(sizeof(int), ReadInt),
        };
        int last = 0;
        foreach (int start in segment.CellStarts)
        {
            if (start < last || start > segment.Text.Length)
            {
                reader.Fail();
            }

            last = start;
        }

        return segment;
    }

    private static string ReadText(ref FrameReader reader) => reader.Text();

    private static int ReadInt(ref FrameReader reader) => reader.Int();
}
