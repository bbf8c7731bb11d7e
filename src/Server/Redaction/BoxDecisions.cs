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
    private const string Accept = "accept";
    private const string Remove = "remove";

    private readonly List<Box> _boxes;
    private readonly HashSet<int> _removed = [];
    private readonly DocumentText _text;
    private readonly DrawnBox _drawn;

    private BoxDecisions(IReadOnlyList<Box> boxes, DocumentText text)
    {
        _boxes = [.. boxes];
        _text = text;
        _drawn = new DrawnBox(text);
    }

    /// <summary>
    /// The boxes after the decisions. What is drawn comes after the others; a number means the same box from the first
    /// decision to the last, for what is removed goes at the end.
    /// </summary>
    /// <exception cref="RefusedException">A decision does not fit.</exception>
    public static IReadOnlyList<Box> Apply(IReadOnlyList<Box> boxes, DocumentText text, IReadOnlyList<BoxRule> rules)
    {
        Require(rules.Count is > 0 and <= MostRules, "Send 1 to 1000 decisions.");
        var decisions = new BoxDecisions(boxes, text);
        foreach (BoxRule rule in rules)
        {
            decisions.Apply(rule);
        }

        return [.. decisions._boxes.Where((_, number) => !decisions._removed.Contains(number))];
    }

    /// <exception cref="RefusedException">It is not right.</exception>
    internal static void Require(bool isRight, string sentence)
    {
        if (!isRight)
        {
            throw Fault(sentence);
        }
    }

    internal static RefusedException Fault(string sentence) =>
        new(RedactionRefusals.Invalid, new FieldFault("decisions", sentence));

    private void Apply(BoxRule rule)
    {
        switch (rule)
        {
            case { Box: { } number, Kind: null, All: false, Add: null }:
                bool isThere = number >= 0 && number < _boxes.Count && !_removed.Contains(number);
                Require(isThere, "There is no box of this number.");
                ApplyTo(number, rule);
                break;
            case { Add: { } drawn, Box: null, Kind: null, All: false, Move: null }:
                Require(rule.Decision == Accept, "What is added is accepted.");
                Box box = _drawn.Make(drawn);
                Add(box);
                Spread(box, rule.ReachesEverywhere, BoxDecision.Accepted);
                break;
            case { Box: null, Add: null, Move: null, Everywhere: false } when rule.All != rule.Kind is not null:
                DecideAll(box => rule.All || box.Kind == rule.Kind, Read(rule.Decision));
                break;
            default:
                throw Fault("A decision names one of box, kind, all, add.");
        }
    }

    private void ApplyTo(int number, BoxRule rule)
    {
        switch (rule)
        {
            case { Move: { } move, Decision: null, Everywhere: false }:
                Require(_boxes[number].IsDrawn, "Only a drawn box moves. Reject this one and draw another.");
                _boxes[number] = _drawn.Move(_boxes[number], move);
                break;
            case { Decision: Remove, Move: null }:
                Require(_boxes[number].IsDrawn, "Only a drawn box is removed. Reject this one.");
                RemoveLike(number, rule.Everywhere);
                break;
            case { Move: null }:
                BoxDecision decision = Read(rule.Decision);
                _boxes[number] = _boxes[number] with { Decision = decision };
                Spread(_boxes[number], rule.Everywhere, decision);
                break;
            default:
                throw Fault("A box is decided or moved, not both.");
        }
    }

    private static BoxDecision Read(string? decision) => decision switch
    {
        Accept => BoxDecision.Accepted,
        "reject" => BoxDecision.Rejected,
        "undecide" => BoxDecision.Undecided,
        _ => throw Fault("A decision is accept, reject or undecide; for a drawn box also remove."),
    };

    private void DecideAll(Func<Box, bool> which, BoxDecision decision)
    {
        for (int i = 0; i < _boxes.Count; i++)
        {
            if (which(_boxes[i]))
            {
                _boxes[i] = _boxes[i] with { Decision = decision };
            }
        }
    }

    private void RemoveLike(int number, bool everywhere)
    {
        _removed.Add(number);
        string value = everywhere ? ValueOf(_boxes[number]) : string.Empty;
        for (int i = 0; everywhere && i < _boxes.Count; i++)
        {
            if (_boxes[i].IsDrawn && IsLike(_boxes[i], value))
            {
                _removed.Add(i);
            }
        }
    }

    private void Add(Box box)
    {
        Require(_boxes.Count < MostBoxes, "These are too many boxes. Split the document.");
        _boxes.Add(box);
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

        string value = ValueOf(like);
        DecideAll(box => IsLike(box, value), decision);
        for (int segment = 0; decision == BoxDecision.Accepted && segment < _text.Segments.Count; segment++)
        {
            AddWhereFree(segment, like, value);
        }
    }

    private void AddWhereFree(int segment, Box like, string value)
    {
        List<Box> taken = _boxes.FindAll(box =>
            box.Segment == segment && box.Decision == BoxDecision.Accepted && box.Area is null);
        foreach ((int start, int end) in SameText.Find(_text.Segments[segment].Text, value))
        {
            if (!taken.Exists(box => box.Start <= start && end <= box.End))
            {
                Add(_drawn.Make(segment, start, end, null, like.Kind, like.Label));
            }
        }
    }

    private string ValueOf(Box box)
    {
        Require(box.Area is null, "Only text stands elsewhere too; an area is decided by itself.");
        return TextOf(box);
    }

    private bool IsLike(Box box, string value) => box.Area is null && SameText.Is(TextOf(box), value);

    private string TextOf(Box box) => _text.Segments[box.Segment].Text[box.Start..box.End];
}
