using System.Text.Json;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>What is kept beside a proved copy, sealed: the proof, and the words that the archive finds it by.</summary>
internal sealed class CopyRecords
{
    private const long Version = 1;

    private readonly DocumentId _document;
    private readonly byte[] _proof;
    private readonly byte[] _words;

    public CopyRecords(OpenDocument document, RedactedAnswer answer, IReadOnlyList<RedactionBox> boxes)
    {
        _document = document.Row.Id;
        IEnumerable<CustomerCode> codes = boxes.Where(box => box.Label is not null)
            .Select(box => CustomerCode.Parse(box.Label!, null));
        var words = CopyWords.Of(answer.Text, document.Code is { } own ? codes.Append(own) : codes);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(words, RedactionRecordsJson.Default.CopyWords);
        _words = document.Seal.Seal(DocumentColumns.Words, Words, Version, json);
        _proof = document.Seal.Seal(DocumentColumns.Proof, Proof, Version, RedactionProofJson.Write(answer.Proof));
    }

    public RecordId Proof { get; } = RecordId.New();

    public RecordId Words { get; } = RecordId.New();

    /// <summary>The words of a proved copy.</summary>
    public static CopyWords ReadWords(OpenDocument document, RecordId record) =>
        document.ReadRecord(DocumentColumns.Words, record, Version, RedactionRecordsJson.Default.CopyWords);

    /// <summary>The proof of a proved copy, as <see cref="RedactionProofJson"/> has written it.</summary>
    public static byte[] ReadProof(OpenDocument document, RecordId record) =>
        document.ReadRecord(DocumentColumns.Proof, record, Version);

    /// <summary>Writes both, on the writer.</summary>
    public void Write(CompartmentSession session)
    {
        session.AddRecord(new RecordAddress(_document, Proof), Version, _proof);
        session.AddRecord(new RecordAddress(_document, Words), Version, _words);
    }
}
