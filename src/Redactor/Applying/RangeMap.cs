using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>Maps ranges of a text with labels in place of boxes back to the text before.</summary>
/// <param name="boxes">The boxes of one segment, sorted, not overlapping.</param>
internal sealed class RangeMap(IReadOnlyList<RedactionBox> boxes)
{
    /// <summary>The range before; a label that is touched stands for its whole box.</summary>
    public (int Start, int End) Before(int start, int end) => (Before(start, isEnd: false), Before(end, isEnd: true));

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
