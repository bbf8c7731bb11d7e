using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Vocabulary.Paper;

/// <summary>The bytes of an answer: an outcome, then what belongs to it.</summary>
internal static class AnswerFrame
{
    private const byte Found = 1;
    private const byte Redacted = 2;
    private const byte Refused = 3;
    private const byte Picture = 4;

    public static byte[] Write(RedactorAnswer answer)
    {
        var writer = new FrameWriter(RedactorFrames.AnswerType);
        switch (answer)
        {
            case FoundAnswer found:
                writer.Byte(Found);
                DocumentTextFrame.Write(writer, found.Text);
                writer.List(found.Findings, finding => DocumentTextFrame.WriteFinding(writer, finding));
                break;
            case RedactedAnswer redacted:
                writer.Byte(Redacted);
                writer.Bytes(redacted.Copy.Span);
                DocumentTextFrame.Write(writer, redacted.Text);
                ProofFrame.Write(writer, redacted.Proof);
                break;
            case RefusedAnswer refused:
                writer.Byte(Refused);
                writer.Text(refused.Code);
                writer.List(refused.Places, writer.Text);
                break;
            case PictureAnswer picture:
                writer.Byte(Picture);
                writer.Bytes(picture.Png.Span);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer));
        }

        return writer.ToFrame();
    }

    public static bool TryRead(ReadOnlySpan<byte> untrustedFrame, [NotNullWhen(true)] out RedactorAnswer? answer)
    {
        var reader = new FrameReader(untrustedFrame, RedactorFrames.AnswerType);
        RedactorAnswer? read = reader.Byte() switch
        {
            Found => ReadFound(ref reader),
            Redacted => new RedactedAnswer(
                reader.Bytes().ToArray(), DocumentTextFrame.Read(ref reader), ProofFrame.Read(ref reader)),
            Refused => new RefusedAnswer(reader.Text(), reader.List(sizeof(int), ReadText)),
            Picture => new PictureAnswer(reader.Bytes().ToArray()),
            _ => null,
        };
        answer = reader.IsWhole ? read : null;
        return answer is not null;
    }

    private static FoundAnswer ReadFound(ref FrameReader reader)
    {
        DocumentText text = DocumentTextFrame.Read(ref reader);
        List<Finding> findings = reader.List(DocumentTextFrame.FindingLength, DocumentTextFrame.ReadFinding);
        if (!findings.TrueForAll(finding => IsInside(finding, text)))
        {
            reader.Fail();
        }

        return new FoundAnswer(text, findings);
    }

    private static bool IsInside(Finding finding, DocumentText text) =>
        finding.Segment < text.Segments.Count && finding.End <= text.Segments[finding.Segment].Text.Length
        && finding.Likelihood is >= 1 and <= 5
        && (finding.Area is { } area
            ? finding.Start == finding.End && !area.IsEmpty && finding.Segment < text.Pages.Count
            : finding.Start < finding.End);

    private static string ReadText(ref FrameReader reader) => reader.Text();
}
