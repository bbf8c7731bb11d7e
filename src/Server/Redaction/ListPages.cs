using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>Lists the pages of a document with their sizes; nothing of what stands on them.</summary>
internal sealed class ListPages(DocumentAccess access, DataFolder data)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/{id}/pages", async (
            DocumentId id, CurrentStanding standing, ListPages list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.RedactDocuments);

    /// <exception cref="RefusedException">
    /// The format has no pages, the document has not been read, its original is destroyed, or a gate is shut.
    /// </exception>
    public async Task<PageList> RunAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation);
        DocumentText text = await ReviewText.ReadAsync(document, data, cancellation);
        return text.Pages.Count > 0
            ? PageList.Of(text)
            : throw new RefusedException(PaperRefusals.PageMissing);
    }
}
