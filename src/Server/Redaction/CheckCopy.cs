using System.Security.Cryptography;
using Strongroom.AuditLog;
using Strongroom.Recognition;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Whether what the Redactor answered may be kept: its proof holds for these bytes, and no registered customer stands
/// in them.
/// </summary>
internal sealed class CheckCopy(DocumentAccess access, MatchCustomers match)
{
    private const int MostPlaces = 20;

    /// <summary>Why the copy is kept back; null where all is well.</summary>
    public async Task<RefusedAnswer?> RunAsync(
        Standing who, DocumentId id, CompartmentId compartment, RedactorRequest request, KeptTexts kept,
        RedactorAnswer answer, CancellationToken cancellation)
    {
        switch (answer)
        {
            case RedactedAnswer redacted when !IsProved(request, redacted):
                return new RefusedAnswer(PaperRefusals.ProofFailed.Code, []);
            case RedactedAnswer redacted:
                List<string> places = await PlacesAsync(who, id, compartment, kept, redacted.Text, cancellation);
                return places.Count == 0 ? null : new RefusedAnswer(PaperRefusals.FindingsUndecided.Code, places);
            case RefusedAnswer refused:
                return refused;
            default:
                return new RefusedAnswer(PaperRefusals.Failed.Code, []);
        }
    }

    private static bool IsProved(RedactorRequest request, RedactedAnswer answer) =>
        answer.Proof.Holds
        && answer.Proof.SourceHash.Span.SequenceEqual(SHA256.HashData(request.Document.Span))
        && answer.Proof.CopyHash.Span.SequenceEqual(SHA256.HashData(answer.Copy.Span));

    /// <summary>Where registered customers stand in the copy that no reviewer chose to keep.</summary>
    private async Task<List<string>> PlacesAsync(
        Standing who, DocumentId id, CompartmentId compartment, KeptTexts kept, DocumentText text,
        CancellationToken cancellation)
    {
        IReadOnlyList<Finding> patterns = PatternFinder.Find(text);
        IReadOnlyList<Finding> elsewhere = await match.ElsewhereAsync(
            who, compartment, id, text, patterns, cancellation);
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.LookedUp, Permission.RedactDocuments, cancellation);
        IReadOnlyList<Finding> own = await MatchCustomers.InAsync(document.Compartment, text, patterns, cancellation);
        var places = new DocumentPlaces(text);
        return [.. own.Concat(elsewhere)
            .Where(finding => finding.Label is not null
                && !kept.Hold(text.Segments[finding.Segment].Text[finding.Start..finding.End]))
            .Take(MostPlaces)
            .Select(finding => places.Of(finding.Segment, finding.Start) + ", " + finding.Kind)];
    }
}
