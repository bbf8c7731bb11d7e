using System.Buffers;
using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// One pass over a segment: it stops only at digits and @, and asks the recognizers there. Each looks a bounded way
/// around, so the time is linear in the text.
/// </summary>
internal sealed class SegmentScan(IReadOnlyList<Topics> headings)
{
    private static readonly SearchValues<char> Anchors = SearchValues.Create("0123456789@");

    private readonly NumberRun _run = new();
    private readonly List<Proposal> _proposals = [];
    private TextSegment _segment = new() { Text = string.Empty, Number = 1 };
    private NormalText _normal = NormalText.Of(string.Empty);

    /// <summary>Adds what is found in a segment to the findings.</summary>
    public void Find(TextSegment segment, int number, bool isHeading, List<Finding> findings)
    {
        _segment = segment;
        _normal = NormalText.Of(segment.Text);
        _proposals.Clear();
        ScanAnchors(_normal.Text);
        foreach (Proposal proposal in _proposals)
        {
            if (!ProductText.IsCode(_normal.Text, proposal.Start))
            {
                findings.Add(ToFinding(proposal, number));
            }
        }

        if (!isHeading)
        {
            NameColumns.Find(segment, number, headings, findings);
        }
    }

    private void ScanAnchors(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int next = text.AsSpan(i).IndexOfAny(Anchors);
            if (next < 0)
            {
                return;
            }

            i += next;
            if (text[i] == '@')
            {
                Add(EmailRecognizer.Look(text, i));
                continue;
            }

            _run.Read(text, i);
            for (int group = 0; group < _run.Count; group++)
            {
                LookAtGroup(text, group);
            }

            i = _run.End - 1;
        }
    }

    private void LookAtGroup(string text, int group)
    {
        Topics heading = headings.Count == 0 ? Topics.None : HeadingAt(_run[group].Start);
        Add(IbanRecognizer.Look(text, _run[group].Start));
        Add(PaymentCardRecognizer.Look(_run, group));
        Add(TaxNumberRecognizer.Look(_run, group, heading));
        Add(RoutingRecognizer.Look(_run, group, heading));
        Add(BankAccountRecognizer.Look(_run, group, heading));
        Add(PhoneRecognizer.Look(_run, group, heading));
    }

    private Topics HeadingAt(int place)
    {
        int cell = _segment.CellAt(_normal.ToSource(place, place + 1).Start);
        return cell < headings.Count ? headings[cell] : Topics.None;
    }

    private void Add(Proposal? proposal)
    {
        if (proposal is { } found)
        {
            _proposals.Add(found);
        }
    }

    private Finding ToFinding(Proposal proposal, int number)
    {
        (int start, int end) = _normal.ToSource(proposal.Start, proposal.End);
        return new Finding
        {
            Kind = proposal.Kind,
            Segment = number,
            Start = start,
            End = end,
            Likelihood = proposal.Likelihood,
            Recognizer = proposal.Kind,
            Reason = proposal.Reason,
        };
    }
}
