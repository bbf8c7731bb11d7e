using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>The text of a document for review; boxes point into it.</summary>
internal sealed record TextAnswer(string Format, IReadOnlyList<string> Headings, IReadOnlyList<TextPiece> Segments)
{
    public override string ToString() => nameof(TextAnswer);

    public static TextAnswer Of(DocumentText text) => new(
        PaperFormats.Name(text.Format), text.Headings,
        [.. text.Segments.Select(segment => new TextPiece(segment.Number, segment.Text, segment.CellStarts))]);
}
