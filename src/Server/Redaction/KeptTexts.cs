using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// The texts that a reviewer chose to keep; what is found in the copy and lies in one of them was decided. Does not
/// print.
/// </summary>
internal sealed class KeptTexts
{
    private readonly List<string> _texts;

    private KeptTexts(List<string> texts) => _texts = texts;

    public static KeptTexts Of(DocumentText text, IEnumerable<Box> rejected) =>
        new([.. rejected.Where(box => box.Area is null)
            .Select(box => ComparableText.Fold(text.Segments[box.Segment].Text[box.Start..box.End]))
            .Distinct(StringComparer.Ordinal)]);

    /// <summary>Whether it lies in a kept text; a copy may break its lines elsewhere.</summary>
    public bool Hold(string found)
    {
        string folded = ComparableText.Fold(found);
        return _texts.Exists(text => text.Contains(folded, StringComparison.Ordinal));
    }

    public override string ToString() => "[personal]";
}
