using Strongroom.Server.Staff;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Applies a reviewer's decisions to the boxes of a document. Pure; what does not fit is refused whole.
/// </summary>
internal sealed class BoxDecisions
{
    private const int MostRules = 1000;
    private const int MostBoxes = 100_000;
    private const int LongestKind = 64;
    private const string Reviewer = "reviewer";

    private readonly List<Box> _boxes;
    private readonly DocumentText _text;
    private readonly DocumentPlaces _places;

    private BoxDecisions(IReadOnlyList<Box> boxes, DocumentText text)
    {
        _boxes = [.. boxes];
        _text = text;
        _places = new DocumentPlaces(text);
    }

    /// <summary>The boxes after the decisions. Numbers stay: what is drawn comes after the others.</summary>
    /// <exception cref="RefusedException">A decision does not fit.</exception>
    public static IReadOnlyList<Box> Apply(IReadOnlyList<Box> boxes, DocumentText text, IReadOnlyList<BoxRule> rules)
    {
        Require(rules.Count is > 0 and <= MostRules, "Send 1 to 1000 decisions.");
        var decisions = new BoxDecisions(boxes, text);
        foreach (BoxRule rule in rules)
        {
            decisions.Apply(rule);
        }

        return decisions._boxes;
    }

    private void Apply(BoxRule rule)
    {
        BoxDecision decision = rule.Decision switch
        {
            "accept" => BoxDecision.Accepted,
            "reject" => BoxDecision.Rejected,
            _ => throw Fault("A decision is accept or reject."),
        };
        switch (rule)
        {
            case { Box: { } number, Kind: null, All: false, Add: null }:
                Require(number >= 0 && number < _boxes.Count, "There is no box of this number.");
                Decide(number, decision);
                Spread(_boxes[number], rule.Everywhere, decision);
                break;
            case { Add: { } drawn, Box: null, Kind: null, All: false }:
                Require(decision == BoxDecision.Accepted, "A range that is added is accepted.");
                Spread(Draw(drawn), rule.Everywhere, decision);
                break;
            case { Box: null, Add: null, Everywhere: false } when rule.All != rule.Kind is not null:
                DecideAll(box => rule.All || box.Kind == rule.Kind, decision);
                break;
            default:
                throw Fault("A decision names one of box, kind, all, add.");
        }
    }

    private void Decide(int number, BoxDecision decision) =>
        _boxes[number] = _boxes[number] with { Decision = decision };

    private void DecideAll(Func<Box, bool> which, BoxDecision decision)
    {
        for (int i = 0; i < _boxes.Count; i++)
        {
            if (which(_boxes[i]))
            {
                Decide(i, decision);
            }
        }
    }

    private Box Draw(DrawnRange drawn)
    {
        Require(IsInside(drawn), "A range lies in the text, is not empty and cuts no character.");
        Require(Slug.IsSlug(drawn.Kind, LongestKind), "A kind has lower-case letters, digits and dashes.");
        return Add(drawn.Segment, drawn.Start, drawn.End, drawn.Kind, null);
    }

    private Box Add(int segment, int start, int end, string kind, string? label)
    {
        Require(_boxes.Count < MostBoxes, "These are too many boxes. Split the document.");
        var box = new Box
        {
            Kind = kind,
            Segment = segment,
            Start = start,
            End = end,
            Place = _places.Of(segment, start),
            Likelihood = 5,
            Recognizer = Reviewer,
            Reason = "drawn by a reviewer",
            Label = label,
            Decision = BoxDecision.Accepted,
        };
        _boxes.Add(box);
        return box;
    }

    /// <summary>
    /// Decides wherever the same text stands; what is accepted gets a box also where nobody had found it.
    /// </summary>
    private void Spread(Box like, bool everywhere, BoxDecision decision)
    {
        if (!everywhere)
        {
            return;
        }

        string value = TextOf(like);
        DecideAll(box => string.Equals(TextOf(box), value, StringComparison.OrdinalIgnoreCase), decision);
        for (int segment = 0; decision == BoxDecision.Accepted && segment < _text.Segments.Count; segment++)
        {
            string text = _text.Segments[segment].Text;
            ILookup<int, Box> taken = _boxes
                .Where(box => box.Segment == segment && box.Decision == BoxDecision.Accepted)
                .ToLookup(box => box.Start);
            for (int at = Next(text, value, 0); at >= 0; at = Next(text, value, at + value.Length))
            {
                if (!taken[at].Any(box => box.End >= at + value.Length))
                {
                    Add(segment, at, at + value.Length, like.Kind, like.Label);
                }
            }
        }
    }

    private string TextOf(Box box) => _text.Segments[box.Segment].Text[box.Start..box.End];

    /// <summary>
    /// The next place where the value stands by itself, not inside a longer word or number; -1 where there is none.
    /// </summary>
    private static int Next(string text, string value, int from)
    {
        for (int at = from; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + value.Length;
            bool isCut = (at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(value[0]))
                || (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(value[^1]));
            if (!isCut)
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsInside(DrawnRange drawn)
    {
        if (drawn.Segment < 0 || drawn.Segment >= _text.Segments.Count)
        {
            return false;
        }

        string text = _text.Segments[drawn.Segment].Text;
        return drawn.Start >= 0 && drawn.Start < drawn.End && drawn.End <= text.Length
            && !char.IsLowSurrogate(text[drawn.Start])
            && (drawn.End == text.Length || !char.IsLowSurrogate(text[drawn.End]));
    }

    private static void Require(bool isRight, string sentence)
    {
        if (!isRight)
        {
            throw Fault(sentence);
        }
    }

    private static RefusedException Fault(string sentence) =>
        new(RedactionRefusals.Invalid, new FieldFault("decisions", sentence));
}
