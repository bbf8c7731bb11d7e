using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>The text of a document as the Redactor has read it, out of its sealed file.</summary>
internal static class ReviewText
{
    /// <exception cref="RefusedException">It has not been read, or the original is destroyed.</exception>
    public static async Task<DocumentText> ReadAsync(
        OpenDocument document, DataFolder data, CancellationToken cancellation)
    {
        if (document.Card.Text is not { } file)
        {
            throw new RefusedException(
                document.Card.Original is null ? RedactionRefusals.OriginalGone : RedactionRefusals.NotRead);
        }

        string folder = data.DocumentsFolder(document.Compartment.Facts.Id);
        byte[] frame = await SealedFiles.ReadAsync(folder, document.Seal, DocumentColumns.Text, file, cancellation);
        return RedactorFrames.TryReadAnswer(frame, out RedactorAnswer? answer) && answer is FoundAnswer found
            ? found.Text
            : throw new RefusedException(StorageRefusals.StoreDamaged);
    }
}
