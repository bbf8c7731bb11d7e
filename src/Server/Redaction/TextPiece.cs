namespace Strongroom.Server.Redaction;

/// <summary>A piece of a document's text: a plain text whole, or one row of a table.</summary>
/// <param name="Number">Its line or row, from 1.</param>
/// <param name="Text">The text; the cells of a row are joined by tabs.</param>
/// <param name="CellStarts">Where each cell begins; empty where there are none.</param>
internal sealed record TextPiece(int Number, string Text, IReadOnlyList<int> CellStarts)
{
    public override string ToString() => nameof(TextPiece);
}
