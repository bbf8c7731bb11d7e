using System.Security.Cryptography;
using Strongroom.Recognition;
using Strongroom.Redactor.Proving;
using Strongroom.Redactor.Reading;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>
/// Blacks out the decided boxes of a text or a table: a new document from the model, read back from its bytes, recognized
/// again and searched for every removed value. Anything left means no copy.
/// </summary>
internal sealed class RedactDocument(RedactorRequest request, PaperDocument source)
{
    private readonly Removals _removals = new(request, source.Text, PatternFinder.Find);

    /// <summary>Stands in the tests' way of a careful writer: given the copy's bytes before they are proved.</summary>
    internal Func<byte[], byte[]> AfterWriting { get; init; } = copy => copy;

    /// <summary>Makes the copy, or says why not.</summary>
    public RedactorAnswer Run() => _removals.Run(request.Boxes)
        ?? Prove(_removals.Model, AfterWriting((source with { Text = _removals.Model }).ToBytes()));

    private RedactorAnswer Prove(DocumentText model, byte[] copy)
    {
        Refusal? refusal = PaperDocument.TryRead(request.Format, copy, out PaperDocument? written);
        if (written is null)
        {
            return Removals.Refuse(refusal ?? PaperRefusals.Failed, []);
        }

        List<Finding> undecided = _removals.Undecided(written.Text);
        if (undecided.Count > 0)
        {
            return Removals.RefuseUndecided(written.Text, undecided);
        }

        var values = new ValueIndex(_removals.Values);
        var proof = new CopyProof(values);
        proof.Search(copy);
        bool isModel = model.Segments.Select(segment => segment.Text).SequenceEqual(
            written.Text.Segments.Select(segment => segment.Text), StringComparer.Ordinal);
        if (proof.Hits.Values.Any(hits => hits > 0) || !isModel)
        {
            return Removals.Refuse(PaperRefusals.ProofFailed, proof.Places);
        }

        return new RedactedAnswer(copy, written.Text, Describe(copy, values.Count, proof));
    }

    private RedactionProof Describe(byte[] copy, int valueCount, CopyProof proof) => new()
    {
        RuleVersion = PatternFinder.RuleVersion,
        Format = request.Format,
        SourceHash = SHA256.HashData(request.Document.Span),
        CopyHash = SHA256.HashData(copy),
        Removed = _removals.Removed,
        Searches = [.. proof.Hits.Select(search => new ProofSearch(search.Key, search.Value))],
        ValueCount = valueCount,
        KeptCount = request.Kept.Count,
        UndecidedCount = 0,
    };
}
