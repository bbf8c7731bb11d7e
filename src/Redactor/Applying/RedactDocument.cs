using System.Security.Cryptography;
using System.Text;
using Strongroom.Recognition;
using Strongroom.Recognition.Customers;
using Strongroom.Recognition.Reading;
using Strongroom.Redactor.Proving;
using Strongroom.Redactor.Reading;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>
/// Blacks out the decided boxes: a new document from the model, read back from its bytes, recognized again and searched
/// for every removed value. Anything left means no copy.
/// </summary>
internal sealed class RedactDocument(RedactorRequest request, PaperDocument source)
{
    /// <summary>
    /// A label is shorter than what it replaces, so that words come nearer to numbers; that settles quickly.
    /// </summary>
    private const int MaxRounds = 4;
    private const int MaxPlaces = 20;

    private readonly List<RemovedValue> _removed = [];
    private readonly Dictionary<string, RemovedText> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    /// <summary>Stands in the tests' way of a careful writer: given the copy's bytes before they are proved.</summary>
    internal Func<byte[], byte[]> AfterWriting { get; init; } = copy => copy;

    /// <summary>Makes the copy, or says why not.</summary>
    public RedactorAnswer Run()
    {
        if (!TakeKept() || !BoxPlan.TryMake(source.Text, request.Boxes, out List<RedactionBox>? boxes))
        {
            return Refuse(PaperRefusals.BoxesMalformed, []);
        }

        SearchForParts(boxes);
        DocumentText model = Apply(source.Text, boxes);
        for (int round = 0; round < MaxRounds; round++)
        {
            List<Finding> late = Undecided(model);
            if (late.Count == 0)
            {
                break;
            }

            if (!request.TakesLateFindings)
            {
                return Refuse(PaperRefusals.FindingsUndecided, Places(model, late));
            }

            model = Apply(model, [.. late.Select(RedactionBox.From)]);
        }

        return Prove(model, AfterWriting((source with { Text = model }).ToBytes()));
    }

    private RedactorAnswer Prove(DocumentText model, byte[] copy)
    {
        Refusal? refusal = PaperDocument.TryRead(request.Format, copy, out PaperDocument? written);
        if (written is null)
        {
            return Refuse(refusal ?? PaperRefusals.Failed, []);
        }

        List<Finding> undecided = Undecided(written.Text);
        if (undecided.Count > 0)
        {
            return Refuse(PaperRefusals.FindingsUndecided, Places(written.Text, undecided));
        }

        var values = new ValueIndex(_values.Values);
        var proof = new CopyProof(values);
        proof.Search(copy);
        bool isModel = model.Segments.Select(segment => segment.Text).SequenceEqual(
            written.Text.Segments.Select(segment => segment.Text), StringComparer.Ordinal);
        if (proof.Hits.Values.Any(hits => hits > 0) || !isModel)
        {
            return Refuse(PaperRefusals.ProofFailed, proof.Places);
        }

        return new RedactedAnswer(copy, written.Text, Describe(copy, values.Count, proof));
    }

    private RedactionProof Describe(byte[] copy, int valueCount, CopyProof proof) => new()
    {
        RuleVersion = PatternFinder.RuleVersion,
        Format = request.Format,
        SourceHash = SHA256.HashData(request.Document.Span),
        CopyHash = SHA256.HashData(copy),
        Removed = _removed,
        Searches = [.. proof.Hits.Select(search => new ProofSearch(search.Key, search.Value))],
        ValueCount = valueCount,
        KeptCount = request.Kept.Count,
        UndecidedCount = 0,
    };

    private bool TakeKept()
    {
        foreach (TextRange range in request.Kept)
        {
            if (!BoxPlan.IsInside(source.Text, range.Segment, range.Start, range.End))
            {
                return false;
            }

            _kept.Add(ComparableText.Fold(source.Text.Segments[range.Segment].Text[range.Start..range.End]));
        }

        return true;
    }

    private DocumentText Apply(DocumentText text, List<RedactionBox> boxes)
    {
        var places = new DocumentPlaces(text);
        foreach (RedactionBox box in boxes)
        {
            string value = text.Segments[box.Segment].Text[box.Start..box.End];
            _values.TryAdd(value, new RemovedText(value));
            ulong hash = SipHash24.Hash(request.ProofKey.Span, Encoding.UTF8.GetBytes(value));
            _removed.Add(new RemovedValue(hash, box.Kind, places.Of(box.Segment, box.Start), BoxPlan.LabelOf(box)));
        }

        return BoxWriter.Write(text, boxes);
    }

    /// <summary>
    /// What was found by itself but blacked out with its neighbours is searched for by itself too: the copy may hold an
    /// e-mail address in base64 although the name and the address before it went in one box.
    /// </summary>
    private void SearchForParts(List<RedactionBox> boxes)
    {
        IEnumerable<TextRange> parts = request.Boxes.Select(
            box => new TextRange(box.Segment, box.Start, box.End)).Concat(
            Undecided(source.Text).Select(finding => new TextRange(finding.Segment, finding.Start, finding.End))
                .Where(part => boxes.Exists(box =>
                    box.Segment == part.Segment && box.Start <= part.Start && part.End <= box.End)));
        foreach (TextRange part in parts)
        {
            string value = source.Text.Segments[part.Segment].Text[part.Start..part.End];
            _values.TryAdd(value, new RemovedText(value));
        }
    }

    private List<Finding> Undecided(DocumentText text) => [.. PatternFinder.Find(text).Where(finding =>
        !_kept.Contains(ComparableText.Fold(text.Segments[finding.Segment].Text[finding.Start..finding.End])))];

    private static List<string> Places(DocumentText text, List<Finding> findings)
    {
        var places = new DocumentPlaces(text);
        return [.. findings.Take(MaxPlaces).Select(
            finding => places.Of(finding.Segment, finding.Start) + ", " + finding.Kind)];
    }

    private static RefusedAnswer Refuse(Refusal refusal, IReadOnlyList<string> places) => new(refusal.Code, places);
}
