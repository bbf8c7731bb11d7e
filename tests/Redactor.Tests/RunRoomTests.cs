using CsCheck;
using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class RunRoomTests
{
    private static readonly PageArea[] Letter =
    [
        new(1440, 3000, 9000, 3200), new(1440, 3300, 9700, 3500), new(1440, 3600, 4000, 3800), new(8800, 1000, 10800, 1200),
        new(9300, 1300, 10800, 1500),
    ];

    [Fact]
    public void A_run_under_others_is_held_by_its_left_end_whatever_its_length() =>
        Gen.Int[200, 8000].Sample(length =>
        {
            RunRoom room = RoomOf(new PageArea(1440, 5000, 1440 + length, 5200));

            return room is { Side: RunSide.Left, Hold: 1440 } && room.Right == 12240 - 360;
        });

    [Fact]
    public void A_run_that_ends_where_others_do_is_held_by_its_right_end_whatever_its_length() =>
        Gen.Int[200, 8000].Where(length => length != 9360).Sample(length =>
        {
            RunRoom room = RoomOf(new PageArea(10800 - length, 5000, 10800, 5200));

            return room is { Side: RunSide.Right, Hold: 10800 };
        });

    [Fact]
    public void A_run_in_the_middle_of_the_page_stays_there_whatever_its_length() =>
        Gen.Int[100, 1000].Sample(half =>
            RoomOf(new PageArea(6120 - half, 5000, 6120 + half, 5200)) is { Side: RunSide.Middle, Hold: 6120 });

    [Fact]
    public void A_run_as_long_as_another_in_the_middle_is_held_by_its_middle()
    {
        PageArea footer = new(5000, 15000, 7240, 15200);

        RunRoom room = RoomOf(new PageArea(5000, 14700, 7240, 14900), footer);

        Assert.Equal((RunSide.Middle, 6120), (room.Side, room.Hold));
    }

    [Theory]
    [InlineData(700, 1500, false, 360)]
    [InlineData(9000, 11000, true, 11160)]
    public void A_run_that_stands_alone_is_held_by_its_outer_end_on_a_grid(int left, int right, bool isRight, int hold)
    {
        RunRoom room = RoomOf(new PageArea(left, 5000, right, 5200));

        Assert.Equal((isRight ? RunSide.Right : RunSide.Left, hold), (room.Side, room.Hold));
    }

    [Fact]
    public void The_room_of_a_run_ends_before_its_neighbours_on_the_same_height()
    {
        RunRoom room = RoomOf(
            new PageArea(3000, 5000, 5000, 5200), new PageArea(1440, 5000, 2600, 5200), new PageArea(8000, 5010, 9000, 5210));

        Assert.Equal((2600 + 66, 8000 - 66), (room.Left, room.Right));
    }

    private static RunRoom RoomOf(PageArea run, params PageArea[] more)
    {
        PageWord[] words = [.. Letter.Concat(more).Prepend(run).Select((area, i) => new PageWord(i * 2, (i * 2) + 1, area))];
        string text = string.Join('\n', words.Select(_ => "x"));
        var page = new PaperPage { Width = 12240, Height = 15840, Words = words };
        List<LineRun> runs = LineRun.Split(text, page);
        return RunRoom.Of(runs[0], runs, page);
    }
}
