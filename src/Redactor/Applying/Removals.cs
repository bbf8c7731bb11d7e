using System.Text;
using Strongroom.Recognition;
using Strongroom.Recognition.Customers;
using Strongroom.Recognition.Reading;
using Strongroom.Redactor.Proving;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>
/// What a request removes and what it keeps: puts labels in place of boxes until recognizers find nothing that nobody decided
/// on, and keeps account of the removed values for the proof.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="source">The text of its document.</param>
/// <param name="find">The recognizers.</param>
internal sealed class Removals(
    RedactorRequest request, DocumentText source, Func<DocumentText, IReadOnlyList<Finding>> find)
{
    /// <summary>
    /// A label is shorter than what it replaces, so that words come nearer to numbers; that settles quickly.
    /// </summary>
    private const int MaxRounds = 4;
    private const int MaxPlaces = 20;

    private readonly Dictionary<string, RemovedText> _values = new(StringComparer.Ordinal);

    /// <summary>What was removed, in the order it was.</summary>
    public List<RemovedValue> Removed { get; } = [];

    /// <summary>The different values to search for.</summary>
    public IReadOnlyCollection<RemovedText> Values => _values.Values;

    /// <summary>The values that a reviewer keeps, folded.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>The boxes in the source, those of late findings included; sorted, not overlapping.</summary>
    public List<RedactionBox> Boxes { get; private set; } = [];

    /// <summary>The text with labels in place of all boxes.</summary>
    public DocumentText Model { get; private set; } = DocumentText.Plain(string.Empty);

    /// <summary>Applies the decided boxes and what is found only then.</summary>
    /// <returns>Null, or why not.</returns>
    public RefusedAnswer? Run(IReadOnlyList<RedactionBox> decided)
    {
        if (!TakeKept() || !BoxPlan.TryMake(source, decided, out List<RedactionBox>? boxes))
        {
            return Refuse(PaperRefusals.BoxesMalformed, []);
        }

        Boxes = boxes;
        SearchForParts();
        Model = Apply(source, boxes);
        for (int round = 0; round < MaxRounds; round++)
        {
            List<Finding> late = Undecided(Model);
            if (late.Count == 0)
            {
                break;
            }

            if (!request.TakesLateFindings)
            {
                return RefuseUndecided(Model, late);
            }

            List<RedactionBox> more = [.. late.Select(RedactionBox.From)];
            Boxes = BoxPlan.Join(Boxes, [.. more.Select(InSource)]);
            Model = Apply(Model, more);
        }

        return null;
    }

    /// <summary>What is found in a text although nobody decided on it.</summary>
    public List<Finding> Undecided(DocumentText text) => [.. find(text).Where(finding =>
        !Kept.Contains(ComparableText.Fold(text.Segments[finding.Segment].Text[finding.Start..finding.End])))];

    /// <summary>Adds an area that went with everything in it; its words are no values.</summary>
    public void AddArea(RedactionBox box) => Removed.Add(new RemovedValue(
        0, box.Kind, new DocumentPlaces(source).OfPage(box.Segment), BoxPlan.LabelOf(box)));

    /// <summary>Refuses for findings that nobody decided on.</summary>
    public static RefusedAnswer RefuseUndecided(DocumentText text, List<Finding> findings)
    {
        var places = new DocumentPlaces(text);
        return Refuse(PaperRefusals.FindingsUndecided, [.. findings.Take(MaxPlaces).Select(
            finding => places.Of(finding.Segment, finding.Start) + ", " + finding.Kind)]);
    }

    /// <summary>Refuses with places.</summary>
    public static RefusedAnswer Refuse(Refusal refusal, IReadOnlyList<string> places) => new(refusal.Code, places);

    private bool TakeKept()
    {
        foreach (TextRange range in request.Kept)
        {
            if (!BoxPlan.IsInside(source, range.Segment, range.Start, range.End))
            {
                return false;
            }

            Kept.Add(ComparableText.Fold(source.Segments[range.Segment].Text[range.Start..range.End]));
        }

        return true;
    }

    private DocumentText Apply(DocumentText text, List<RedactionBox> boxes)
    {
        var places = new DocumentPlaces(text);
        foreach (RedactionBox box in boxes)
        {
            string value = text.Segments[box.Segment].Text[box.Start..box.End];
            AddValue(value);
            ulong hash = SipHash24.Hash(request.ProofKey.Span, Encoding.UTF8.GetBytes(value));
            Removed.Add(new RemovedValue(hash, box.Kind, places.Of(box.Segment, box.Start), BoxPlan.LabelOf(box)));
        }

        return BoxWriter.Write(text, boxes);
    }

    /// <summary>
    /// What was found by itself but blacked out with its neighbours is searched for by itself too: the copy may hold an
    /// e-mail address in base64 although the name and the address before it went in one box.
    /// </summary>
    private void SearchForParts()
    {
        IEnumerable<TextRange> parts = request.Boxes.Where(box => box.Area is null).Select(
            box => new TextRange(box.Segment, box.Start, box.End)).Concat(
            Undecided(source).Select(finding => new TextRange(finding.Segment, finding.Start, finding.End))
                .Where(part => Boxes.Exists(box =>
                    box.Segment == part.Segment && box.Start <= part.Start && part.End <= box.End)));
        foreach (TextRange part in parts)
        {
            AddValue(source.Segments[part.Segment].Text[part.Start..part.End]);
        }
    }

    private void AddValue(string value) => _values.TryAdd(value, new RemovedText(value));

    private RedactionBox InSource(RedactionBox late)
    {
        if (source.Segments[late.Segment].CellStarts.Count > 0)
        {
            return late; // a table is written from its model
        }

        var map = new RangeMap([.. Boxes.Where(box => box.Segment == late.Segment)]);
        (int start, int end) = map.Before(late.Start, late.End);
        return late with { Start = start, End = end };
    }
}
