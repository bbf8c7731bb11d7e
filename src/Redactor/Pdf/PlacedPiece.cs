namespace Strongroom.Redactor.Pdf;

/// <summary>A text at a place of a page, in units of <see cref="Vocabulary.Paper.PageArea"/>.</summary>
/// <param name="Text">In WinAnsiEncoding.</param>
/// <param name="Face">The typeface.</param>
/// <param name="Size">The size.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Baseline">The row its letters stand on, from the top.</param>
/// <param name="IsWhite">Whether it is white, on a bar.</param>
internal sealed record PlacedPiece(byte[] Text, Typeface Face, int Size, int Left, int Baseline, bool IsWhite);
