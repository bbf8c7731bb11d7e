namespace Strongroom.Server.Staff;

/// <summary>A screening on record.</summary>
internal sealed record ScreeningCard(
    string Id, IReadOnlyList<string> Items, DateTimeOffset DoneAt, DateTimeOffset ValidUntil, string Proof,
    bool IsFounding, string RecordedBy)
{
    public static ScreeningCard Of(ScreeningRow row) => new(
        row.Id.ToString(), row.Items.Split(ScreeningRow.ItemSeparator), row.DoneAt, row.ValidUntil, row.Proof,
        row.IsFounding, row.RecordedBy.ToString());
}
