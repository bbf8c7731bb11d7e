using System.Security.Cryptography;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Redaction;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>Files a redacted copy whose proof holds for the stored bytes; nothing else gets into the archive.</summary>
internal sealed class FileCopy(DocumentAccess access, DataFolder data, TimeProvider time)
{
    public static void Map(RouteGroupBuilder archive) =>
        archive.MapPost("/", async (
            FileRequest request, CurrentStanding standing, FileCopy file, CancellationToken cancellation) =>
        {
            FiledDocument filed = await file.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Created($"/api/v1/archive/{filed.Document}", filed);
        }).RequirePermission(Permission.FileInArchive);

    public async Task<FiledDocument> RunAsync(Standing who, FileRequest request, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, request.Document, AuditAct.Filed, Permission.FileInArchive, cancellation);
        if (document.Card.Filed is not null)
        {
            throw new RefusedException(ArchiveRefusals.FiledAlready);
        }

        CopyCard copy = ReadCopy.Find(document, request.Copy);
        CompartmentId place = document.Compartment.Facts.Id;
        await using SealedFileReader content = await SealedFiles.OpenAsync(
            data.DocumentsFolder(place), document.Seal, DocumentColumns.Copy, copy.File!, cancellation);
        await CheckAsync(content, CopyRecords.ReadProof(document, copy.Proof!), cancellation);
        StoredFile stored = await SealedFiles.WriteAsync(
            data.ArchiveFolderOf(place), document.Seal, DocumentColumns.Filed, content, copy.File!.Hash, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        var filed = new FiledCard(copy.Id, stored, copy.Words!, copy.Proof!, now);
        var tags = WordIndex.Tags(document.Compartment, CopyRecords.ReadWords(document, copy.Words!));
        DocumentId id = document.Row.Id;
        bool isWritten = await document.TryWriteAsync(
            document.Card with { Filed = filed, ChangedAt = now },
            session => WordIndex.Write(session, id, tags),
            cancellation);
        return isWritten
            ? FiledDocument.Of(document, filed)
            : throw new RefusedException(RedactionRefusals.Changed);
    }

    /// <summary>
    /// Holds the proof against the bytes as they are stored now, and leaves the reader at its beginning.
    /// </summary>
    private static async Task CheckAsync(SealedFileReader content, byte[] proof, CancellationToken cancellation)
    {
        byte[] hash;
        try
        {
            hash = await SHA256.HashDataAsync(content, cancellation);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        if (!StoredProof.HoldsFor(proof, hash))
        {
            throw new RefusedException(RedactionRefusals.CopyUnproved);
        }

        content.Position = 0;
    }
}
