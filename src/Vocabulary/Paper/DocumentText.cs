using System.Globalization;

namespace Strongroom.Vocabulary.Paper;

/// <summary>The plain text of a document, in pieces with their places.</summary>
public sealed record DocumentText
{
    /// <summary>The format it was read from.</summary>
    public required PaperFormat Format { get; init; }

    /// <summary>The pieces, in order.</summary>
    public required IReadOnlyList<TextSegment> Segments { get; init; }

    /// <summary>What a table's columns are headed; empty where there is no heading row.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>A document of one plain text.</summary>
    public static DocumentText Plain(string text) => new()
    {
        Format = PaperFormat.PlainText,
        Segments = [new TextSegment { Text = text, Number = 1 }],
    };

    /// <summary>Says where a finding or box stands, such as <c>line 12</c> or <c>row 3, column 2</c>; holds no data.</summary>
    public string PlaceOf(int segment, int offset)
    {
        TextSegment piece = Segments[segment];
        if (piece.CellStarts.Count > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"row {piece.Number}, column {piece.CellAt(offset) + 1}");
        }

        int line = piece.Number + piece.Text.AsSpan(0, offset).Count('\n');
        return string.Create(CultureInfo.InvariantCulture, $"line {line}");
    }
}
