using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class LineRunTests
{
    private const int Height = 200;

    [Theory]
    [InlineData(60, 1)] // a word space
    [InlineData(360, 1)]
    [InlineData(361, 2)] // 1.8 heights: another cell
    public void Words_side_by_side_are_one_run_up_to_a_gap_that_is_no_word_space(int gap, int runs)
    {
        PaperPage page = Page(Word(0, 3, 1000), Word(4, 7, 1300 + gap));

        Assert.Equal(runs, LineRun.Split("Ada Doe", page).Count);
    }

    [Fact]
    public void A_line_ends_a_run_and_its_words_go_from_left_to_right()
    {
        PaperPage page = Page(Word(0, 1, 1400), Word(2, 3, 1000), Word(4, 5, 1800));

        List<LineRun> runs = LineRun.Split("b a\nc", page);

        Assert.Equal([[2, 0], [4]], runs.Select(run => run.Words.Select(word => word.Start)));
        Assert.Equal(new PageArea(1000, 500, 1700, 500 + Height), runs[0].Area);
    }

    [Theory]
    [InlineData(300, 600, false)]
    [InlineData(300, 601, true)]
    public void A_word_more_than_twice_as_high_as_wide_is_sideways(int width, int height, bool isSideways)
    {
        PaperPage page = Page(new PageWord(0, 3, new PageArea(0, 0, width, height)));

        Assert.Equal(isSideways, LineRun.Split("Ada", page)[0].IsSideways);
    }

    private static PageWord Word(int start, int end, int left) =>
        new(start, end, new PageArea(left, 500, left + 300, 500 + Height));

    private static PaperPage Page(params PageWord[] words) => new() { Width = 12240, Height = 15840, Words = words };
}
