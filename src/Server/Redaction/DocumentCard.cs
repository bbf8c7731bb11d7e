using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// The sealed summary of a document: its name, what was found, its copies, where it is filed. Its version is the
/// document's.
/// </summary>
internal sealed record DocumentCard
{
    private const string Column = "document-card";

    /// <summary>The name that the file came with; personal, so it is sealed and shows only masked.</summary>
    public required string FileName { get; init; }

    /// <summary>What sort of paperwork, in the business's own word.</summary>
    public required string Kind { get; init; }

    public required PaperFormat Format { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The job that reads it.</summary>
    public required JobId ReadingJob { get; init; }

    /// <summary>The sealed file as it came; null once it is destroyed.</summary>
    public StoredFile? Original { get; init; }

    /// <summary>
    /// The sealed text as the Redactor read it; null before that, and once the original is destroyed.
    /// </summary>
    public StoredFile? Text { get; init; }

    /// <summary>The record of the boxes, and its version; null before the document is read.</summary>
    public RecordVersion? Boxes { get; init; }

    /// <summary>How many boxes of each decision.</summary>
    public BoxCounts Counts { get; init; } = new(0, 0, 0);

    /// <summary>The redacted copies, oldest first, those that failed included.</summary>
    public IReadOnlyList<CopyCard> Copies { get; init; } = [];

    /// <summary>What of it is filed in the archive; null while nothing is.</summary>
    public FiledCard? Filed { get; init; }

    public override string ToString() => nameof(DocumentCard);

    /// <summary>Reads the newest card of a document and opens it.</summary>
    /// <exception cref="CardMissingException">It is being written just now.</exception>
    public static DocumentCard Open(OwnerSeal seal, DocumentRow row, CompartmentSession session)
    {
        byte[] found = session.Record(new RecordAddress(row.Id, null), row.CardVersion)
            ?? throw new CardMissingException();
        return JsonSerializer.Deserialize(
            seal.Open(Column, null, row.CardVersion, found), RedactionRecordsJson.Default.DocumentCard)!;
    }

    /// <summary>Seals the card as a version of the document.</summary>
    public byte[] Seal(OwnerSeal seal, long version) =>
        seal.Seal(
            Column, null, version,
            JsonSerializer.SerializeToUtf8Bytes(this, RedactionRecordsJson.Default.DocumentCard));
}
