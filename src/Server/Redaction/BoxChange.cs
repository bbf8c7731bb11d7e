using System.Text.Json;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Redaction;

/// <summary>The next version of a document's boxes, sealed, and the card that points at it.</summary>
internal sealed class BoxChange
{
    private readonly RecordAddress _address;
    private readonly RecordVersion _record;
    private readonly byte[] _sealed;

    public BoxChange(OpenDocument document, RecordVersion record, IReadOnlyList<Box> boxes)
    {
        _address = new RecordAddress(document.Row.Id, record.Id);
        _record = record;
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(boxes, RedactionRecordsJson.Default.IReadOnlyListBox);
        _sealed = document.Seal.Seal(DocumentColumns.Boxes, record.Id, record.Version, json);
        Card = document.Card with { Boxes = record, Counts = BoxCounts.Of(boxes) };
    }

    public DocumentCard Card { get; }

    /// <summary>The boxes of a document.</summary>
    /// <exception cref="Vocabulary.RefusedException">It has not been read yet.</exception>
    public static IReadOnlyList<Box> Read(OpenDocument document)
    {
        RecordVersion record = document.Card.Boxes ?? throw new Vocabulary.RefusedException(RedactionRefusals.NotRead);
        return document.ReadRecord(
            DocumentColumns.Boxes, record.Id, record.Version, RedactionRecordsJson.Default.IReadOnlyListBox);
    }

    /// <summary>Writes the record, on the writer; the version before it goes.</summary>
    public void Write(CompartmentSession session)
    {
        session.AddRecord(_address, _record.Version, _sealed);
        session.RemoveRecordsBefore(_address, _record.Version);
    }
}
