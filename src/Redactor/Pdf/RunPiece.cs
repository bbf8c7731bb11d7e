using Strongroom.Redactor.Applying;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>A piece of a run that is set anew: what survives of a word, or the label of what is gone.</summary>
/// <param name="Text">In WinAnsiEncoding; a label in ASCII.</param>
/// <param name="IsBar">Whether it is a label on a black bar.</param>
/// <param name="IsJoined">Whether no word space stands before it.</param>
internal sealed record RunPiece(byte[] Text, bool IsBar, bool IsJoined)
{
    /// <summary>The pieces of a run, from left to right.</summary>
    /// <param name="run">The run.</param>
    /// <param name="text">The text of its page.</param>
    /// <param name="boxes">The boxes with ranges on this page, sorted, not overlapping.</param>
    /// <param name="isUnderArea">Whether a word goes with an area that is blacked out.</param>
    public static List<RunPiece> Of(
        LineRun run, string text, IReadOnlyList<RedactionBox> boxes, Func<PageWord, bool> isUnderArea)
    {
        var pieces = new List<RunPiece>();
        RedactionBox? last = null;
        foreach (PageWord word in run.Words)
        {
            if (isUnderArea(word))
            {
                pieces.Add(Bar(RedactionLabels.Removed, isJoined: false));
                last = null;
                continue;
            }

            last = Cut(word, text, boxes, last, pieces);
        }

        return pieces;
    }

    /// <summary>Cuts the boxes out of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="text">The text of its page.</param>
    /// <param name="boxes">The boxes.</param>
    /// <param name="last">The box that the piece before stands for: it goes on in this word.</param>
    /// <param name="pieces">Takes what is left.</param>
    /// <returns>The box that the word ends in.</returns>
    private static RedactionBox? Cut(
        PageWord word, string text, IReadOnlyList<RedactionBox> boxes, RedactionBox? last, List<RunPiece> pieces)
    {
        int at = word.Start;
        foreach (RedactionBox box in boxes.Where(box => box.Start < word.End && word.Start < box.End))
        {
            if (box.Start > at)
            {
                pieces.Add(Survivor(text[at..box.Start], isJoined: at > word.Start));
            }

            if (box != last || box.Start > at)
            {
                pieces.Add(Bar(BoxPlan.LabelOf(box), isJoined: Math.Max(box.Start, at) > word.Start));
            }

            (at, last) = (Math.Min(box.End, word.End), box);
        }

        if (at < word.End)
        {
            pieces.Add(Survivor(text[at..word.End], isJoined: at > word.Start));
            last = null;
        }

        return last;
    }

    /// <summary>What the standard typefaces cannot set goes as well: its old place would tell.</summary>
    private static RunPiece Survivor(string text, bool isJoined) => Typeface.TryEncode(text, out byte[] bytes)
        ? new RunPiece(bytes, IsBar: false, isJoined)
        : Bar(RedactionLabels.Removed, isJoined);

    private static RunPiece Bar(string label, bool isJoined) =>
        new(System.Text.Encoding.ASCII.GetBytes(label), IsBar: true, isJoined);
}
