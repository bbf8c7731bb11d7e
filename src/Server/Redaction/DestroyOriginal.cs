using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Destroys the original of a document, and its text with it. Copies and what is filed stay.</summary>
internal sealed class DestroyOriginal(DocumentAccess access, DataFolder data, TimeProvider time)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapDelete("/{id}/original", async (
            DocumentId id, CurrentStanding standing, DestroyOriginal destroy, CancellationToken cancellation) =>
        {
            await destroy.RunAsync(standing.Value, id, cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.RedactDocuments);

    /// <summary>Doing it twice is no mistake: the second time changes nothing.</summary>
    public async Task RunAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.DocumentDisposed, Permission.RedactDocuments, cancellation);
        string folder = data.DocumentsFolder(document.Compartment.Facts.Id);
        foreach (StoredFile? file in new[] { document.Card.Original, document.Card.Text })
        {
            if (file is not null)
            {
                SealedFiles.DestroyForever(folder, file);
            }
        }

        DocumentCard card = document.Card with { Original = null, Text = null, ChangedAt = time.GetUtcNow() };
        // The files are gone: the card says so, however the caller fares.
        if (!await document.TryWriteAsync(card, null, CancellationToken.None))
        {
            throw new RefusedException(RedactionRefusals.Changed);
        }
    }
}
