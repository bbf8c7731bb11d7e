namespace Strongroom.Vocabulary.Paper;

/// <summary>A piece of a document's text: the whole of a plain text, or one row of a table.</summary>
public sealed record TextSegment
{
    /// <summary>The text. The cells of a row are joined by one tab each.</summary>
    public required string Text { get; init; }

    /// <summary>Where the piece begins in the document: its line or row, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Where each cell of a row begins in <see cref="Text"/>, ascending; empty where there are no cells.
    /// </summary>
    public IReadOnlyList<int> CellStarts { get; init; } = [];

    /// <summary>The cell, from 0, that holds a place; 0 where there are no cells.</summary>
    public int CellAt(int offset)
    {
        int low = 0;
        for (int high = CellStarts.Count - 1; low < high;)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = CellStarts[middle] <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Where the cell ends in <see cref="Text"/>.</summary>
    public int CellEnd(int cell) => cell + 1 < CellStarts.Count ? CellStarts[cell + 1] - 1 : Text.Length;
}
