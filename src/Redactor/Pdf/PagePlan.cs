using Strongroom.Redactor.Applying;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// What is done to one page: which bands of the picture are wiped, where black stands, which texts are set on it, and which
/// words stay as they are drawn.
/// </summary>
internal sealed class PagePlan
{
    /// <summary>Areas snap outward to this grid, in units: four points.</summary>
    private const int AreaGrid = 80;

    /// <summary>What is sideways is blacked out whole, on this grid, in units: half an inch.</summary>
    private const int SidewaysGrid = 720;

    /// <summary>
    /// Marks on capitals reach this share of a line's height over its top: the height of Courier's places is 0.79 of the size,
    /// and its letters reach 0.22 further.
    /// </summary>
    private const double OverTop = 2.0 / 7;

    /// <summary>Letters reach this share over the bottom and the sides.</summary>
    private const double OverEdge = 1.0 / 8;

    private readonly string _text;
    private readonly PaperPage _page;
    private readonly List<RedactionBox> _ranges;
    private readonly List<(PageArea Area, string Label)> _areas;

    /// <summary>Plans a page.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="page">Its size and words.</param>
    /// <param name="ranges">Its boxes with ranges, sorted, not overlapping.</param>
    /// <param name="areas">Its boxes with areas.</param>
    public PagePlan(string text, PaperPage page, List<RedactionBox> ranges, IEnumerable<RedactionBox> areas)
    {
        (_text, _page, _ranges) = (text, page, ranges);
        _areas = [.. areas.Select(box => (Snap(box.Area!, AreaGrid), BoxPlan.LabelOf(box)))];
        foreach ((PageArea area, string label) in _areas)
        {
            PutBlack(area, label);
        }

        PlanRuns(LineRun.Split(text, page));
    }

    /// <summary>The bands to wipe, each with the part where nothing may stay.</summary>
    public List<(PageArea Band, PageArea Part)> Wipes { get; } = [];

    /// <summary>Black areas.</summary>
    public List<PageArea> Bars { get; } = [];

    /// <summary>Texts that are seen.</summary>
    public List<PlacedPiece> Texts { get; } = [];

    /// <summary>Words that stay in the picture.</summary>
    public List<PageWord> Kept { get; } = [];

    /// <summary>The word's text.</summary>
    public string TextOf(PageWord word) => _text[word.Start..word.End];

    private void PlanRuns(List<LineRun> runs)
    {
        // Text that was drawn twice goes twice.
        List<PageArea> gone = [.. _page.Words.Where(IsInRange).Select(word => word.Area)];
        List<PageWord> copies = [.. _page.Words.Where(word => !IsInRange(word) && gone.Exists(area => Covers(area, word.Area)))];
        foreach (LineRun run in runs)
        {
            if (!run.Words.Any(IsInRange) && !run.Words.Any(copies.Contains))
            {
                Kept.AddRange(run.Words.Where(word => !IsUnderArea(word)));
            }
            else if (run.IsSideways)
            {
                PutBlack(Snap(run.Area, SidewaysGrid), LabelIn(run));
            }
            else
            {
                Set(run, runs, word => IsUnderArea(word) || copies.Contains(word));
            }
        }
    }

    private void Set(LineRun run, List<LineRun> runs, Func<PageWord, bool> isGone)
    {
        RunRoom room = RunRoom.Of(run, runs, _page);
        List<RunPiece> pieces = RunPiece.Of(run, _text, _ranges, isGone);
        List<(byte[] Text, int Width)> survivors = [];
        foreach (PageWord word in run.Words.Where(word => !IsInRange(word) && !isGone(word)))
        {
            if (Typeface.TryEncode(TextOf(word), out byte[] bytes))
            {
                survivors.Add((bytes, word.Area.Width));
            }
        }

        var set = new SetRun(run.Area, room, pieces, TextFit.Of(run, survivors));
        Wipes.Add((BandOf(run, room), Grown(run.Area)));
        Bars.AddRange(set.Bars);
        Texts.AddRange(set.Texts);
    }

    /// <summary>The whole room of the run: a line under it, or a shade behind it, must not end where the run did.</summary>
    private PageArea BandOf(LineRun run, RunRoom room)
    {
        PageArea grown = Grown(run.Area);
        return room.Side switch
        {
            RunSide.Left => grown with { Left = Math.Min(room.Hold, grown.Left), Right = Math.Max(room.Right, grown.Right) },
            RunSide.Right => grown with { Left = Math.Min(room.Left, grown.Left) },
            _ => grown with { Left = Math.Min(room.Left, grown.Left), Right = Math.Max(room.Right, grown.Right) },
        };
    }

    private PageArea Grown(PageArea area)
    {
        int edge = (int)(area.Height * OverEdge);
        int top = (int)(area.Height * OverTop);
        return new PageArea(
            Math.Max(0, area.Left - edge), Math.Max(0, area.Top - top), Math.Min(_page.Width, area.Right + edge),
            Math.Min(_page.Height, area.Bottom + edge));
    }

    private void PutBlack(PageArea area, string label)
    {
        const int Smallest = 100;
        const int Largest = 180;
        byte[] text = System.Text.Encoding.ASCII.GetBytes(label);
        Bars.Add(area);
        int size = Math.Min(Largest, Math.Min(area.Height, area.Width * Largest / Math.Max(1, Typeface.OfLabels.Measure(text, Largest) + Largest)));
        if (size >= Smallest)
        {
            int left = area.Left + ((area.Width - Typeface.OfLabels.Measure(text, size)) / 2);
            int baseline = ((area.Top + area.Bottom) / 2) + (size / 3);
            Texts.Add(new PlacedPiece(text, Typeface.OfLabels, size, left, baseline, IsWhite: true));
        }
    }

    private PageArea Snap(PageArea area, int grid)
    {
        // All of a word that is touched goes, and is covered.
        PageArea whole = _page.Words.Select(word => word.Area).Where(area.Meets).Where(one => IsTouched(one, area))
            .Aggregate(area, (all, one) => all.With(one));
        return new PageArea(
            whole.Left / grid * grid, whole.Top / grid * grid,
            Math.Min(_page.Width, (whole.Right + grid - 1) / grid * grid),
            Math.Min(_page.Height, (whole.Bottom + grid - 1) / grid * grid));
    }

    private string LabelIn(LineRun run)
    {
        RedactionBox? box = _ranges.Find(one => run.Words.Any(word => one.Start < word.End && word.Start < one.End));
        return box is null ? RedactionLabels.Removed : BoxPlan.LabelOf(box);
    }

    private bool IsInRange(PageWord word) => _ranges.Exists(box => box.Start < word.End && word.Start < box.End);

    private bool IsUnderArea(PageWord word) => _areas.Exists(one => IsTouched(word.Area, one.Area));

    /// <summary>Whether more than a fifth of a word's height and some of its width lie in an area.</summary>
    private static bool IsTouched(PageArea word, PageArea area) => word.Meets(area)
        && (Math.Min(word.Bottom, area.Bottom) - Math.Max(word.Top, area.Top)) * 5 > word.Height;

    /// <summary>Whether most of one place lies on another.</summary>
    private static bool Covers(PageArea one, PageArea other)
    {
        long width = Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left);
        long height = Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top);
        return width > 0 && height > 0 && width * height * 2 > (long)other.Width * other.Height;
    }
}
