namespace Strongroom.Server.Staff;

/// <summary>
/// Until when somebody's screenings hold. Items may be checked on different days, each for a time of its own; the
/// newest word on an item counts. Pure.
/// </summary>
internal static class ScreeningRule
{
    /// <summary>The day on which the first item lapses; null where one was never checked.</summary>
    /// <param name="needed">What must have been checked; where there is nothing, the newest screening counts.</param>
    /// <param name="screenings">Everything on record, in any order.</param>
    public static DateTimeOffset? HoldsUntil(IReadOnlyList<string> needed, IReadOnlyList<ScreeningRow> screenings)
    {
        ScreeningRow[] newestFirst = [.. screenings.Reverse().OrderByDescending(row => row.RecordedAt)];
        if (needed.Count == 0)
        {
            return newestFirst.FirstOrDefault()?.ValidUntil;
        }

        DateTimeOffset?[] ends = [.. needed.Select(item => NewestOf(newestFirst, item)?.ValidUntil)];
        return ends.Contains(null) ? null : ends.Min();
    }

    /// <summary>The newest screening that covers an item.</summary>
    public static ScreeningRow? NewestOf(IEnumerable<ScreeningRow> newestFirst, string item) =>
        newestFirst.FirstOrDefault(row => row.Items.Split(ScreeningRow.ItemSeparator).Contains(
            item, StringComparer.Ordinal));
}
