using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Shows a document's state, counts and copies; its name stays masked, and nothing of what it says leaves.
/// </summary>
internal sealed class ViewDocument(DocumentAccess access, DocumentJobs jobs)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/{id}", async (
            DocumentId id, CurrentStanding standing, HttpResponse response, ViewDocument view,
            CancellationToken cancellation) =>
        {
            (ViewedDocument document, long version) = await view.RunAsync(standing.Value, id, cancellation);
            response.Headers.ETag = VersionTag.Write(version);
            return TypedResults.Ok(document);
        }).RequirePermission(Permission.RedactDocuments);

    public async Task<(ViewedDocument Document, long Version)> RunAsync(
        Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation);
        return (await OfAsync(document, cancellation), document.Row.CardVersion);
    }

    /// <summary>The document as it shows, with what its jobs have come to.</summary>
    public async Task<ViewedDocument> OfAsync(OpenDocument document, CancellationToken cancellation)
    {
        DocumentCard card = document.Card;
        string? problem = card.Boxes is null ? await jobs.ProblemAsync(card.ReadingJob, cancellation) : null;
        var copies = new List<ViewedCopy>(card.Copies.Count);
        foreach (CopyCard copy in card.Copies)
        {
            bool isOpen = copy.File is null && copy.Problem is null;
            copies.Add(ViewedCopy.Of(copy, isOpen ? await jobs.ProblemAsync(copy.Job, cancellation) : null));
        }

        return ViewedDocument.Of(document, problem, copies);
    }
}
