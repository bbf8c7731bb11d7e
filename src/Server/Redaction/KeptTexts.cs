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
        new([.. rejected.Select(box => text.Segments[box.Segment].Text[box.Start..box.End])
            .Distinct(StringComparer.OrdinalIgnoreCase)]);

    public bool Hold(string found) => _texts.Exists(text => text.Contains(found, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => "[personal]";
}
