using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Hands out the sealed original, or its text for review; the audit entry is durable before the first byte.
/// </summary>
internal sealed class ReadOriginal(DocumentAccess access, DataFolder data)
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id}/original", async (
            DocumentId id, CurrentStanding standing, ReadOriginal read, CancellationToken cancellation) =>
        {
            (SealedFileReader content, PaperFormat format) = await read.RunAsync(standing.Value, id, cancellation);
            return TypedResults.Stream(content, ContentTypes.Of(format), ContentTypes.NameOf(id, format));
        }).RequirePermission(Permission.RedactDocuments);
        documents.MapGet("/{id}/text", async (
            DocumentId id, CurrentStanding standing, ReadOriginal read, CancellationToken cancellation) =>
            TypedResults.Ok(TextAnswer.Of(await read.TextAsync(standing.Value, id, cancellation))))
            .RequirePermission(Permission.RedactDocuments);
    }

    public async Task<(SealedFileReader Content, PaperFormat Format)> RunAsync(
        Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.OriginalRead, Permission.RedactDocuments, cancellation);
        StoredFile original = document.Card.Original ?? throw new RefusedException(RedactionRefusals.OriginalGone);
        string folder = data.DocumentsFolder(document.Compartment.Facts.Id);
        return (await SealedFiles.OpenAsync(
            folder, document.Seal, DocumentColumns.Original, original, cancellation), document.Card.Format);
    }

    public async Task<DocumentText> TextAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.OriginalRead, Permission.RedactDocuments, cancellation);
        return await ReviewText.ReadAsync(document, data, cancellation);
    }
}
