namespace Strongroom.Vocabulary.Paper;

/// <summary>One page as it is seen upright.</summary>
/// <param name="Png">The picture, PNG.</param>
public sealed record PictureAnswer(ReadOnlyMemory<byte> Png) : RedactorAnswer;
