using Strongroom.Recognition;
using Strongroom.Redactor.Applying;
using Strongroom.Redactor.Pdf;
using Strongroom.Redactor.Reading;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor;

/// <summary>
/// Answers one request: a document's text with its findings, a redacted copy with its proof, or a refusal.
/// </summary>
internal static class AnswerRequest
{
    public static RedactorAnswer Run(RedactorRequest request)
    {
        if (request.Document.Length > request.MaxBytes)
        {
            return new RefusedAnswer(PaperRefusals.TooLarge.Code, []);
        }

        try
        {
            return request.Format == PaperFormat.Pdf ? PdfRequest.Run(request) : RunText(request);
        }
        catch (RefusedException refused)
        {
            return new RefusedAnswer(refused.Refusal.Code, []);
        }
    }

    private static RedactorAnswer RunText(RedactorRequest request)
    {
        Refusal? refusal = PaperDocument.TryRead(request.Format, request.Document.Span, out PaperDocument? document);
        if (document is null)
        {
            return new RefusedAnswer((refusal ?? PaperRefusals.Malformed).Code, []);
        }

        return request.Act switch
        {
            RedactorAct.Find => new FoundAnswer(document.Text, PatternFinder.Find(document.Text)),
            RedactorAct.Apply => new RedactDocument(request, document).Run(),
            _ => new RefusedAnswer(PaperRefusals.PageMissing.Code, []), // a text has no pages
        };
    }
}
