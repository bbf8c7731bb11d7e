using Strongroom.Server.Staff;

namespace Strongroom.Server.Tests.People;

public sealed class ScreeningRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Where_nothing_is_named_the_newest_record_counts()
    {
        Assert.Null(ScreeningRule.HoldsUntil([], []));
        Assert.Equal(
            Now.AddDays(2), ScreeningRule.HoldsUntil([], [Record("x", recorded: 1, until: 9), Record("y", 2, 2)]));
    }

    [Fact]
    public void Every_item_named_has_to_be_checked()
    {
        string[] needed = ["Identity", "References"];

        Assert.Null(ScreeningRule.HoldsUntil(needed, [Record("Identity", 1, 9)]));
        Assert.Null(ScreeningRule.HoldsUntil(needed, [Record("Identity", 1, 9), Record("references", 2, 9)]));
        Assert.Equal(
            Now.AddDays(9), ScreeningRule.HoldsUntil(needed, [Record("Identity\nReferences\nMore", 1, 9)]));
    }

    [Fact]
    public void The_first_item_to_lapse_ends_it()
    {
        ScreeningRow[] records = [Record("Identity", 1, 9), Record("References", 2, 5)];

        Assert.Equal(Now.AddDays(5), ScreeningRule.HoldsUntil(["Identity", "References"], records));
    }

    [Fact]
    public void The_newest_word_on_an_item_counts_also_when_it_says_that_it_is_over()
    {
        ScreeningRow[] records = [Record("Identity", 2, -1), Record("Identity", 1, 9)];

        Assert.Equal(Now.AddDays(-1), ScreeningRule.HoldsUntil(["Identity"], records));
    }

    private static ScreeningRow Record(string items, int recorded, int until) => new()
    {
        Items = items,
        RecordedAt = Now.AddMinutes(recorded),
        ValidUntil = Now.AddDays(until),
    };
}
