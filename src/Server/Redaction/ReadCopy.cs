using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>Hands out a redacted copy, and the proof of it.</summary>
internal sealed class ReadCopy(DocumentAccess access, DataFolder data)
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id}/copies/{copy}", async (
            DocumentId id, RecordId copy, CurrentStanding standing, ReadCopy read, CancellationToken cancellation) =>
        {
            (SealedFileReader content, PaperFormat format) = await read.RunAsync(
                standing.Value, id, copy, cancellation);
            return TypedResults.Stream(content, ContentTypes.Of(format), ContentTypes.NameOf(id, format));
        }).RequirePermission(Permission.RedactDocuments);
        documents.MapGet("/{id}/copies/{copy}/proof", async (
            DocumentId id, RecordId copy, CurrentStanding standing, ReadCopy read, CancellationToken cancellation) =>
            TypedResults.Bytes(await read.ProofAsync(standing.Value, id, copy, cancellation), "application/json"))
            .RequirePermission(Permission.RedactDocuments);
    }

    public async Task<(SealedFileReader Content, PaperFormat Format)> RunAsync(
        Standing who, DocumentId id, RecordId copy, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.CopyRead, Permission.RedactDocuments, cancellation);
        CopyCard card = Find(document, copy);
        string folder = data.DocumentsFolder(document.Compartment.Facts.Id);
        return (await SealedFiles.OpenAsync(
            folder, document.Seal, DocumentColumns.Copy, card.File!, cancellation), document.Card.Format);
    }

    public async Task<byte[]> ProofAsync(Standing who, DocumentId id, RecordId copy, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation);
        return CopyRecords.ReadProof(document, Find(document, copy).Proof!);
    }

    /// <summary>A copy whose proof held.</summary>
    /// <exception cref="RefusedException">There is no such copy, or it was kept back.</exception>
    internal static CopyCard Find(OpenDocument document, RecordId copy)
    {
        CopyCard card = document.Card.Copies.FirstOrDefault(card => card.Id == copy)
            ?? throw new RefusedException(RedactionRefusals.CopyMissing);
        return card.File is null ? throw new RefusedException(RedactionRefusals.CopyUnproved) : card;
    }
}
