using Strongroom.AuditLog;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Hands out a page of the original as a picture, as it came or with the accepted boxes burnt in as the copy will have
/// them; the audit entry is durable before it is drawn. Both read the original: what is not yet decided shows.
/// </summary>
internal sealed class ReadPage(DocumentAccess access, RedactorProcess redactor, DataFolder data)
{
    public static void Map(RouteGroupBuilder documents) =>
        documents.MapGet("/{id}/pages/{page}", async (
            DocumentId id, int page, bool? decided, CurrentStanding standing, ReadPage read,
            CancellationToken cancellation) =>
        {
            ReadOnlyMemory<byte> png = await read.RunAsync(
                standing.Value, id, page, decided ?? false, cancellation);
            return TypedResults.Bytes(png, "image/png");
        }).RequirePermission(Permission.RedactDocuments);

    /// <param name="who">Who asks.</param>
    /// <param name="id">The document.</param>
    /// <param name="page">From 1.</param>
    /// <param name="isDecided">Whether the accepted boxes are burnt in.</param>
    /// <param name="cancellation">Ends the drawing.</param>
    /// <returns>The picture, PNG.</returns>
    /// <exception cref="RefusedException">
    /// There is no such page, the original is destroyed, it cannot be drawn, or a gate is shut.
    /// </exception>
    public async Task<ReadOnlyMemory<byte>> RunAsync(
        Standing who, DocumentId id, int page, bool isDecided, CancellationToken cancellation)
    {
        RedactorRequest request = await PrepareAsync(who, id, page, isDecided, cancellation);
        return await redactor.RunAsync(request, cancellation) switch
        {
            PictureAnswer picture => picture.Png,
            RefusedAnswer refused => throw new RefusedException(PaperRefusals.FromCode(refused.Code)),
            _ => throw new RefusedException(PaperRefusals.Failed),
        };
    }

    private async Task<RedactorRequest> PrepareAsync(
        Standing who, DocumentId id, int page, bool isDecided, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.OriginalRead, Permission.RedactDocuments, cancellation);
        StoredFile original = document.Card.Original ?? throw new RefusedException(RedactionRefusals.OriginalGone);
        if (document.Card.Format != PaperFormat.Pdf || page < 1)
        {
            throw new RefusedException(PaperRefusals.PageMissing);
        }

        string folder = data.DocumentsFolder(document.Compartment.Facts.Id);
        return new RedactorRequest
        {
            Act = RedactorAct.Picture,
            Format = document.Card.Format,
            Document = await SealedFiles.ReadAsync(
                folder, document.Seal, DocumentColumns.Original, original, cancellation),
            Page = page,
            Boxes = isDecided ? [.. Accepted(document).Select(box => box.ToRedactionBox())] : [],
        };
    }

    private static IEnumerable<Box> Accepted(OpenDocument document) =>
        BoxChange.Read(document).Where(box => box.Decision == BoxDecision.Accepted);
}
