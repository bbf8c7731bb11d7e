using System.Security.Cryptography;
using Strongroom.Recognition;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>Answers a request about a PDF in this process.</summary>
internal static class PdfRequest
{
    /// <summary>Pixels an inch of a picture for people.</summary>
    private const int ForPeople = 120;

    /// <summary>The answer.</summary>
    /// <exception cref="RefusedException">The document cannot be taken.</exception>
    public static RedactorAnswer Run(RedactorRequest request)
    {
        if (request.Act == RedactorAct.Apply)
        {
            return Draw(request, out RefusedAnswer? refused) is { } draft ? Prove(request, draft) : refused!;
        }

        using var source = PdfSource.Open(request.Document.Span, request.MaxPages);
        return request.Act == RedactorAct.Find ? FindInPdf.Run(source) : new PictureAnswer(DrawPage(request, source));
    }

    /// <summary>The copy that a request asks for, not yet proved.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">Why there is none.</param>
    /// <exception cref="RefusedException">The document cannot be taken.</exception>
    public static Draft? Draw(RedactorRequest request, out RefusedAnswer? refused)
    {
        using var source = PdfSource.Open(request.Document.Span, request.MaxPages);
        return new RedactPdf(request, source).Run(out refused);
    }

    /// <summary>Proves a copy and hands it out, or says why not.</summary>
    /// <exception cref="RefusedException">The copy cannot be read.</exception>
    public static RedactorAnswer Prove(RedactorRequest request, Draft draft) =>
        ProvePdf.Run(draft, out RefusedAnswer? refused) is { } proved ? Answer(request, draft, proved) : refused!;

    /// <summary>The answer to a request whose copy was proved.</summary>
    public static RedactedAnswer Answer(RedactorRequest request, Draft draft, Proved proved) => new(
        draft.Copy, proved.Text, new RedactionProof
        {
            RuleVersion = PatternFinder.RuleVersion,
            Format = PaperFormat.Pdf,
            SourceHash = SHA256.HashData(request.Document.Span),
            CopyHash = SHA256.HashData(draft.Copy.Span),
            Removed = draft.Removed,
            Searches = proved.Searches,
            ValueCount = proved.ValueCount,
            KeptCount = request.Kept.Count,
            UndecidedCount = 0,
        });

    private static byte[] DrawPage(RedactorRequest request, PdfSource source)
    {
        if (request.Page < 1 || request.Page > source.Pages.Count)
        {
            throw new RefusedException(PaperRefusals.PageMissing);
        }

        if (request.Boxes.Count == 0)
        {
            return PagePictures.DrawPng(source.File, request.Page, ForPeople);
        }

        byte[] page = new RedactPdf(request, source).DrawOne(request.Page);
        using var copy = PdfSource.OpenCopy(page);
        return PagePictures.DrawPng(copy.File, 1, ForPeople);
    }
}
