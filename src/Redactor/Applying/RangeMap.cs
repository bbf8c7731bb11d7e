using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>Maps ranges between a text and the same text with labels in place of boxes.</summary>
/// <param name="boxes">The boxes of one segment, sorted, not overlapping.</param>
internal sealed class RangeMap(IReadOnlyList<RedactionBox> boxes)
{
    /// <summary>The range before; a label that is touched stands for its whole box.</summary>
    public (int Start, int End) Before(int start, int end) => (Before(start, isEnd: false), Before(end, isEnd: true));

    /// <summary>
    /// The range after; of a box it has the label if it begins no later than the box does, so that of several words in one
    /// box the first has it. Empty when nothing is left of it.
    /// </summary>
    public (int Start, int End) After(int start, int end) => (After(start, isEnd: false), After(end, isEnd: true));

    private int After(int place, bool isEnd)
    {
        int shift = 0;
        foreach (RedactionBox box in boxes.TakeWhile(box => box.Start < place))
        {
            int labelEnd = box.Start + shift + BoxPlan.LabelOf(box).Length;
            if (isEnd ? place <= box.End : place < box.End)
            {
                return labelEnd;
            }

            shift = labelEnd - box.End;
        }

        return place + shift;
    }

    private int Before(int place, bool isEnd)
    {
        int shift = 0;
        foreach (RedactionBox box in boxes)
        {
            int label = box.Start - shift;
            int labelEnd = label + BoxPlan.LabelOf(box).Length;
            if (isEnd ? place <= label : place < label)
            {
                break;
            }

            if (isEnd ? place <= labelEnd : place < labelEnd)
            {
                return isEnd ? box.End : box.Start;
            }

            shift = box.End - labelEnd;
        }

        return place + shift;
    }
}
