using System.Diagnostics.CodeAnalysis;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Applying;

/// <summary>
/// Boxes that were checked: inside the text, sorted, joined where they overlap, each with a label of ours.
/// </summary>
internal static class BoxPlan
{
    public static bool TryMake(
        DocumentText text, IReadOnlyList<RedactionBox> untrustedBoxes,
        [NotNullWhen(true)] out List<RedactionBox>? boxes)
    {
        bool isSound = untrustedBoxes.All(box =>
            box.Area is null && IsInside(text, box.Segment, box.Start, box.End) && HasCode(box));
        boxes = isSound ? Join(untrustedBoxes, []) : null;
        return isSound;
    }

    /// <summary>Whether a box is an area of a page, with a label of ours.</summary>
    public static bool IsArea(DocumentText text, RedactionBox box) => box.Area is { IsEmpty: false } area
        && box.Segment >= 0 && box.Segment < text.Pages.Count && HasCode(box)
        && area.Left >= 0 && area.Top >= 0
        && area.Right <= text.Pages[box.Segment].Width && area.Bottom <= text.Pages[box.Segment].Height;

    /// <summary>One list, sorted, of boxes that do not overlap.</summary>
    public static List<RedactionBox> Join(IReadOnlyList<RedactionBox> some, IReadOnlyList<RedactionBox> others)
    {
        IEnumerable<RedactionBox> sorted = some.Concat(others).OrderBy(box => box.Segment).ThenBy(box => box.Start)
            .ThenByDescending(box => box.End);
        List<RedactionBox> boxes = [];
        foreach (RedactionBox box in sorted)
        {
            RedactionBox? last = boxes.Count > 0 ? boxes[^1] : null;
            if (last is not null && last.Segment == box.Segment && box.Start < last.End)
            {
                boxes[^1] = last with { End = Math.Max(last.End, box.End), Label = last.Label ?? box.Label };
            }
            else
            {
                boxes.Add(box);
            }
        }

        return boxes;
    }

    /// <summary>Whether a range lies in the text and cuts no pair of surrogates.</summary>
    public static bool IsInside(DocumentText text, int segment, int start, int end)
    {
        if (segment < 0 || segment >= text.Segments.Count)
        {
            return false;
        }

        string piece = text.Segments[segment].Text;
        return start >= 0 && start < end && end <= piece.Length && !IsCut(piece, start) && !IsCut(piece, end);
    }

    /// <summary>The label that a box leaves behind.</summary>
    public static string LabelOf(RedactionBox box) => box.Label ?? RedactionLabels.For(box.Kind);

    private static bool IsCut(string text, int place) => place < text.Length && char.IsLowSurrogate(text[place]);

    /// <summary>
    /// A label is a customer's code in its one written form, or the kind's own: no caller can smuggle text in.
    /// </summary>
    private static bool HasCode(RedactionBox box) => box.Label is null
        || (CustomerCode.TryParse(box.Label, null, out CustomerCode? code)
            && string.Equals(code.ToString(), box.Label, StringComparison.Ordinal));
}
