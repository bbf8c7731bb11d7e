using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Vocabulary.Paper;

/// <summary>The bytes of a request.</summary>
internal static class RequestFrame
{
    private const int BoxLength = 18;
    private const int RangeLength = 12;

    public static byte[] Write(RedactorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new FrameWriter(RedactorFrames.RequestType);
        writer.Byte((int)request.Act);
        writer.Byte((int)request.Format);
        writer.Int(request.MaxBytes);
        writer.Int(request.MaxPages);
        writer.Int(request.Page);
        writer.Bool(request.MayRunUnsandboxed);
        writer.Bool(request.TakesLateFindings);
        writer.Bytes(request.ProofKey.Span);
        writer.List(request.Boxes, box => WriteBox(writer, box));
        writer.List(request.Kept, range => WriteRange(writer, range.Segment, range.Start, range.End));
        writer.Bytes(request.Document.Span);
        return writer.ToFrame();
    }

    public static bool TryRead(ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out RedactorRequest? request)
    {
        var reader = new FrameReader(untrustedFrame, RedactorFrames.RequestType);
        var read = new RedactorRequest
        {
            Act = (RedactorAct)reader.Byte(),
            Format = (PaperFormat)reader.Byte(),
            MaxBytes = reader.Int(),
            MaxPages = reader.Int(),
            Page = reader.Int(),
            MayRunUnsandboxed = reader.Bool(),
            TakesLateFindings = reader.Bool(),
            ProofKey = reader.Bytes().ToArray(),
            Boxes = reader.List(BoxLength, ReadBox),
            Kept = reader.List(RangeLength, ReadKept),
            Document = reader.Bytes().ToArray(),
        };
        bool valid = reader.IsWhole && Enum.IsDefined(read.Act) && read.Act != RedactorAct.None
            && Enum.IsDefined(read.Format) && read.ProofKey.Length == RedactorRequest.ProofKeyLength;
        request = valid ? read : null;
        return valid;
    }

    private static void WriteRange(FrameWriter writer, int segment, int start, int end)
    {
        writer.Int(segment);
        writer.Int(start);
        writer.Int(end);
    }

    private static void WriteBox(FrameWriter writer, RedactionBox box)
    {
        WriteRange(writer, box.Segment, box.Start, box.End);
        writer.Text(box.Kind);
        writer.OptionalText(box.Label);
        PageFrame.WriteOptionalArea(writer, box.Area);
    }

    private static TextRange ReadKept(ref FrameReader reader) => new(reader.Int(), reader.Int(), reader.Int());

    private static RedactionBox ReadBox(ref FrameReader reader) => new()
    {
        Segment = reader.Int(),
        Start = reader.Int(),
        End = reader.Int(),
        Kind = reader.Text(),
        Label = reader.OptionalText(),
        Area = PageFrame.ReadOptionalArea(ref reader),
    };
}
