namespace Strongroom.Vocabulary.Paper;

/// <summary>A range of a document's text that a reviewer decided to keep.</summary>
/// <param name="Segment">The segment, from 0.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit after the last one.</param>
public sealed record TextRange(int Segment, int Start, int End);
