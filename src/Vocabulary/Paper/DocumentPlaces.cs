using System.Globalization;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// Says where something stands, such as <c>line 12</c>, <c>row 3, column 2</c> or <c>page 2, line 5</c>; fast when asked
/// in ascending order.
/// </summary>
/// <param name="document">The document.</param>
public sealed class DocumentPlaces(DocumentText document)
{
    private int _segment = -1;
    private int _offset;
    private int _line;

    /// <summary>The place in words; holds no data.</summary>
    /// <param name="segment">The segment, from 0.</param>
    /// <param name="offset">The UTF-16 unit in its text.</param>
    public string Of(int segment, int offset)
    {
        TextSegment piece = document.Segments[segment];
        return piece.CellStarts.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"row {piece.Number}, column {piece.CellAt(offset) + 1}")
            : document.Pages.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"page {piece.Number}, line {LineOf(piece, segment, offset)}")
            : string.Create(CultureInfo.InvariantCulture, $"line {LineOf(piece, segment, offset)}");
    }

    /// <summary>The page in words.</summary>
    /// <param name="segment">Its segment, from 0.</param>
    public string OfPage(int segment) =>
        string.Create(CultureInfo.InvariantCulture, $"page {document.Segments[segment].Number}");

    private int LineOf(TextSegment piece, int segment, int offset)
    {
        if (segment != _segment || offset < _offset)
        {
            (_segment, _offset, _line) = (segment, 0, document.Pages.Count > 0 ? 1 : piece.Number);
        }

        _line += document.Pages.Count > 0
            ? LinesIn(piece.Text, _offset, offset)
            : piece.Text.AsSpan(_offset, offset - _offset).Count('\n');
        _offset = offset;
        return _line;
    }

    /// <summary>How many lines end between two places; what parts the blocks of a page is no line on it.</summary>
    private static int LinesIn(string text, int from, int to)
    {
        int lines = 0;
        for (int i = from; i < to; i++)
        {
            lines += text[i] == '\n' && (i == 0 || text[i - 1] != '\n') ? 1 : 0;
        }

        return lines;
    }
}
