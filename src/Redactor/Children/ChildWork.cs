using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Children;

/// <summary>What a child of the Redactor does with its one frame. Null where the frame is none: then there is no answer.</summary>
internal static class ChildWork
{
    /// <summary>The argument of the child that reads a document, and draws its copy.</summary>
    public const string Reading = "read";

    /// <summary>The argument of the child that proves a copy, and never sees the document.</summary>
    public const string Proving = "prove";

    /// <summary>Answers a request about a PDF; to the request for a copy with a draft that is not proved yet.</summary>
    public static byte[]? Read(byte[] untrustedFrame)
    {
        if (!RedactorFrames.TryReadRequest(untrustedFrame, out RedactorRequest? request)
            || request.Format != PaperFormat.Pdf)
        {
            return null;
        }

        if (request.Act != RedactorAct.Apply)
        {
            return RedactorFrames.Write(PdfRequest.Run(request));
        }

        return PdfRequest.Draw(request, out RefusedAnswer? refused) is { } draft
            ? ChildFrames.Write(draft)
            : RedactorFrames.Write(refused!);
    }

    /// <summary>Proves a draft.</summary>
    public static byte[]? Prove(byte[] untrustedFrame)
    {
        if (!ChildFrames.TryReadDraft(untrustedFrame, out Draft? draft))
        {
            return null;
        }

        return ProvePdf.Run(draft, out RefusedAnswer? refused) is { } proved
            ? ChildFrames.Write(proved)
            : RedactorFrames.Write(refused!);
    }
}
