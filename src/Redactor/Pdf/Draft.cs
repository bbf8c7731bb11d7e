using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>A copy that is written but not proved, with what it must not hold. It stays between the parts of the Redactor.</summary>
/// <param name="Copy">The bytes.</param>
/// <param name="PageCount">How many pages they must have.</param>
/// <param name="Values">The removed values.</param>
/// <param name="Kept">The values that a reviewer keeps, folded.</param>
/// <param name="Removed">What the proof says of each.</param>
internal sealed record Draft(
    ReadOnlyMemory<byte> Copy, int PageCount, IReadOnlyList<string> Values, IReadOnlyList<string> Kept,
    IReadOnlyList<RemovedValue> Removed)
{
    /// <summary>Prints no values.</summary>
    public override string ToString() => nameof(Draft);
}
