using System.Text.Json.Serialization;

namespace Strongroom.Server.Redaction;

/// <summary>How many boxes of each decision.</summary>
internal sealed record BoxCounts(int Undecided, int Accepted, int Rejected)
{
    [JsonIgnore]
    public int All => Undecided + Accepted + Rejected;

    public static BoxCounts Of(IReadOnlyList<Box> boxes) => new(
        boxes.Count(box => box.Decision == BoxDecision.Undecided),
        boxes.Count(box => box.Decision == BoxDecision.Accepted),
        boxes.Count(box => box.Decision == BoxDecision.Rejected));
}
