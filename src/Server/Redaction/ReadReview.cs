using Strongroom.AuditLog;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Reads what a review begins with. Each reading of the original is on record once, and before it leaves: a text by
/// itself, a document with pages by each picture that is asked for, for nothing that stands on them is in this answer.
/// </summary>
internal sealed class ReadReview(DocumentAccess access, ViewDocument view, ReadOriginal original, DataFolder data)
{
    /// <exception cref="RefusedException">Its original is destroyed, or a gate is shut.</exception>
    public async Task<ReviewedDocument> RunAsync(Standing who, DocumentId id, CancellationToken cancellation)
    {
        using OpenDocument document = await access.OpenAsync(
            who, id, AuditAct.Viewed, Permission.RedactDocuments, cancellation);
        ViewedDocument viewed = await view.OfAsync(document, cancellation);
        bool hasPages = document.Card.Format == PaperFormat.Pdf;
        bool isRead = document.Card.Boxes is not null;
        return new ReviewedDocument
        {
            Document = viewed,
            Version = document.Row.CardVersion,
            Boxes = isRead ? BoxesAnswer.Of(BoxChange.Read(document)) : null,
            Pages = isRead && hasPages ? PageList.Of(await ReviewText.ReadAsync(document, data, cancellation)) : null,
            Text = isRead && !hasPages ? await original.TextAsync(who, id, cancellation) : null,
        };
    }
}
