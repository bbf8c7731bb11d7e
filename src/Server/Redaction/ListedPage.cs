namespace Strongroom.Server.Redaction;

/// <summary>A page of a document as it is seen upright.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In twentieths of a point.</param>
/// <param name="Height">In twentieths of a point.</param>
internal sealed record ListedPage(int Number, int Width, int Height);
