using Microsoft.Extensions.Time.Testing;
using Strongroom.Server.People;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.People;

public sealed class ShownOnceTests
{
    [Fact]
    public void It_is_given_out_once_to_who_made_it_and_at_its_own_page()
    {
        var once = new ShownOnce(new FakeTimeProvider());
        var maker = Actor.Of(StaffId.New());
        once.Keep(maker, "/page", "a key");

        Assert.False(once.TryTake(Actor.Of(StaffId.New()), "/page", out string? _));
        Assert.False(once.TryTake(maker, "/other", out string? _));
        Assert.True(once.TryTake(maker, "/page", out string? shown));
        Assert.Equal("a key", shown);
        Assert.False(once.TryTake(maker, "/page", out string? _));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)] // the last instant is already too late
    public void It_is_forgotten_after_ten_minutes(int ticksPast, bool isShown)
    {
        var time = new FakeTimeProvider();
        var once = new ShownOnce(time);
        once.Keep(Actor.Visitor, "/page", "a key");

        time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromTicks(ticksPast));

        Assert.Equal(isShown, once.TryTake(Actor.Visitor, "/page", out string? _));
    }
}
