namespace Strongroom.Server.Redaction;

/// <summary>The boxes of a document.</summary>
internal sealed record BoxesAnswer(BoxCounts Counts, IReadOnlyList<ListedBox> Items)
{
    public static BoxesAnswer Of(IReadOnlyList<Box> boxes) => new(
        BoxCounts.Of(boxes), [.. boxes.Select((box, number) => ListedBox.Of(number, box))]);
}
