using Strongroom.Recognition;
using Strongroom.Redactor.Applying;
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

        Refusal? refusal = PaperDocument.TryRead(request.Format, request.Document.Span, out PaperDocument? document);
        if (document is null)
        {
            return new RefusedAnswer((refusal ?? PaperRefusals.Malformed).Code, []);
        }

        return request.Act == RedactorAct.Find
            ? new FoundAnswer(document.Text, PatternFinder.Find(document.Text))
            : new RedactDocument(request, document).Run();
    }
}
