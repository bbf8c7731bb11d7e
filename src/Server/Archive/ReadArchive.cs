using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Redaction;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Archive;

/// <summary>Reads from the archive: what is filed, its bytes, its proof.</summary>
internal sealed class ReadArchive(DocumentAccess access, DataFolder data)
{
    public static void Map(RouteGroupBuilder archive)
    {
        archive.MapGet("/{id}", async (
            DocumentId id, CurrentStanding standing, ReadArchive read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.RunAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ReadArchive);
        archive.MapGet("/{id}/content", async (
            DocumentId id, CurrentStanding standing, ReadArchive read, CancellationToken cancellation) =>
        {
            (SealedFileReader content, PaperFormat format) = await read.ContentAsync(standing.Value, id, cancellation);
            return TypedResults.Stream(content, ContentTypes.Of(format), ContentTypes.NameOf(id, format));
        }).RequirePermission(Permission.ReadArchive);
        archive.MapGet("/{id}/proof", async (
            DocumentId id, CurrentStanding standing, ReadArchive read, CancellationToken cancellation) =>
            TypedResults.Bytes(await read.ProofAsync(standing.Value, id, cancellation), "application/json"))
            .RequirePermission(Permission.ReadArchive);
    }

    public async Task<FiledDocument> RunAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.ReadArchive, cancellation);
        return FiledDocument.Of(document, Filed(document));
    }

    public async Task<(SealedFileReader Content, PaperFormat Format)> ContentAsync(
        Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.ArchiveRead, Permission.ReadArchive, cancellation);
        string folder = data.ArchiveFolderOf(document.Compartment.Facts.Id);
        SealedFileReader content = await SealedFiles.OpenAsync(
            folder, document.Seal, DocumentColumns.Filed, Filed(document).File, cancellation);
        return (content, document.Card.Format);
    }

    public async Task<byte[]> ProofAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.ReadArchive, cancellation);
        return CopyRecords.ReadProof(document, Filed(document).Proof);
    }

    private static FiledCard Filed(OpenDocument document) =>
        document.Card.Filed ?? throw new RefusedException(ArchiveRefusals.NotFiled);
}
