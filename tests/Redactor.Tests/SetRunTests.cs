using System.Text;
using CsCheck;
using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class SetRunTests
{
    private const int Size = 220;
    private static readonly PageArea Line = new(1440, 3000, 5000, 3204);
    private static readonly TextFit Fit = new(Typeface.All[0], Size);

    [Fact]
    public void What_fits_is_set_in_its_own_size_from_where_it_is_held()
    {
        var set = new SetRun(Line, Room(10_000), [Word("Dear"), Bar("[name]"), Word("hello")], Fit);

        Assert.Equal(["Dear", "[name]", "hello"], Texts(set));
        Assert.Equal((1440, Size), (set.Texts[0].Left, set.Texts[0].Size));
        Assert.Equal(set.Texts.OrderBy(text => text.Left), set.Texts);
        Assert.Equal((Line.Top, Line.Bottom), (Assert.Single(set.Bars).Top, set.Bars[0].Bottom));
    }

    [Fact]
    public void What_is_a_little_too_long_is_set_smaller()
    {
        var set = new SetRun(Line, Room(1440 + 1500), [Word("Dear"), Bar("[name]"), Word("hello")], Fit);

        Assert.Equal(["Dear", "[name]", "hello"], Texts(set));
        Assert.InRange(set.Texts[0].Size, Size * 6 / 10, Size - 1);
    }

    [Fact]
    public void What_is_far_too_long_ends_in_a_bar_to_the_end_of_the_room()
    {
        RunPiece[] words = [.. Enumerable.Range(0, 40).Select(_ => Word("hello")), Bar("[name]")];

        var set = new SetRun(Line, Room(1440 + 3000), [.. words], Fit);

        Assert.Equal(1440 + 3000, set.Bars[^1].Right);
        Assert.True(set.Texts.Count < 20);
    }

    [Fact]
    public void Nothing_is_set_outside_the_room() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[600, 9000], Gen.Int[1, 3]).Sample((count, width, side) =>
        {
            List<RunPiece> pieces = [.. Enumerable.Range(0, count).Select(i => i % 4 == 1 ? Bar("[name]") : Word("hello"))];
            var room = new RunRoom((RunSide)side, side == 1 ? 1440 : side == 2 ? 1440 + width : 1440 + (width / 2), 1440, 1440 + width);

            var set = new SetRun(Line, room, pieces, Fit);

            int most = Math.Max(1440 + width, 1440 + (2 * Size));
            return set.Bars.TrueForAll(bar => bar.Left >= 1440 && bar.Right <= most)
                && set.Texts.TrueForAll(text =>
                    text.Left >= 1440 && text.Left + text.Face.Measure(text.Text, text.Size) <= most);
        });

    private static RunRoom Room(int right) => new(RunSide.Left, 1440, 1440, right);

    private static RunPiece Word(string text) => new(Encoding.ASCII.GetBytes(text), IsBar: false, IsJoined: false);

    private static RunPiece Bar(string text) => new(Encoding.ASCII.GetBytes(text), IsBar: true, IsJoined: false);

    private static IEnumerable<string> Texts(SetRun set) => set.Texts.Select(text => Encoding.ASCII.GetString(text.Text));
}
