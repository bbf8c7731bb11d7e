using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A customer's documents and every sealed file of them, for erasing.</summary>
internal sealed class PaperOfCustomer(DataFolder data) : IPaperOfCustomer
{
    public Task<(IReadOnlyList<DocumentId> Documents, IReadOnlyList<string> Files)> FindAsync(
        OpenCompartment open, OpenCustomer customer, CancellationToken cancellation)
    {
        List<DocumentRow> rows = open.Read(session => session.DocumentsOf(customer.Row.Id, int.MaxValue));
        var files = new List<string>();
        foreach (DocumentRow row in rows)
        {
            using OpenDocument document = DocumentAccess.Open(open, row, ownsCompartment: false);
            files.AddRange(FilesOf(document.Card, open.Facts.Id));
        }

        return Task.FromResult<(IReadOnlyList<DocumentId>, IReadOnlyList<string>)>(
            ([.. rows.Select(row => row.Id)], files));
    }

    private IEnumerable<string> FilesOf(DocumentCard card, CompartmentId compartment)
    {
        IEnumerable<StoredFile?> own = [card.Original, card.Text, .. card.Copies.Select(copy => copy.File)];
        return own.OfType<StoredFile>().Select(file => Relative(data.DocumentsFolder(compartment), file))
            .Concat(card.Filed is { } filed ? [Relative(data.ArchiveFolderOf(compartment), filed.File)] : []);
    }

    private string Relative(string folder, StoredFile file) =>
        Path.GetRelativePath(data.Root, SealedFiles.PathOf(folder, file.Id));
}
