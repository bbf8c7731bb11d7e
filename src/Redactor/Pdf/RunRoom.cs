using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// The room that a run may take when it is set anew: up to its neighbours on the same height, whatever the run's own length;
/// and what holds it in its place: the ends of other runs, never its own.
/// </summary>
/// <param name="Side">By which side it is held.</param>
/// <param name="Hold">The column of that side.</param>
/// <param name="Left">The first column it may take.</param>
/// <param name="Right">The column after the last one.</param>
internal sealed record RunRoom(RunSide Side, int Hold, int Left, int Right)
{
    /// <summary>Ends nearer than this, half a point, stand under each other.</summary>
    private const int Near = 10;

    /// <summary>A middle nearer to the page's than this, two points, is the same.</summary>
    private const int NearMiddle = 40;

    /// <summary>A quarter of an inch: the margin, and the grid on which a run begins that nothing holds.</summary>
    private const int Margin = 360;

    /// <summary>The room of one run among all of its page.</summary>
    public static RunRoom Of(LineRun run, List<LineRun> all, PaperPage page)
    {
        List<PageArea> others = [.. all.Where(other => other != run).Select(other => other.Area)];
        List<PageArea> beside = [.. others.Where(area => IsBeside(area, run.Area))];
        int gap = run.Area.Height / 3;
        int left = beside.Where(area => area.Right <= run.Area.Left + Near).Select(area => area.Right + gap)
            .Append(Math.Min(Margin, run.Area.Left)).Max();
        int right = beside.Where(area => area.Left >= run.Area.Right - Near).Select(area => area.Left - gap)
            .Append(Math.Max(page.Width - Margin, run.Area.Right)).Min();
        (RunSide side, int hold) = HoldOf(run.Area, others, page) ?? NearerEnd(run.Area, left, right);
        return new RunRoom(side, hold, Math.Min(left, hold), Math.Max(right, run.Area.Left + gap));
    }

    private static bool IsBeside(PageArea other, PageArea run) =>
        Math.Min(other.Bottom, run.Bottom) - Math.Max(other.Top, run.Top) > Math.Min(other.Height, run.Height) / 3;

    private static (RunSide Side, int Hold)? HoldOf(PageArea run, List<PageArea> others, PaperPage page)
    {
        List<int> left = [.. others.Select(other => other.Left).Where(end => Math.Abs(end - run.Left) <= Near)];
        List<int> right = [.. others.Select(other => other.Right).Where(end => Math.Abs(end - run.Right) <= Near)];
        int middle = Middle(run);
        List<int> middles = [.. others.Select(Middle).Where(one => Math.Abs(one - middle) <= Near)];
        bool isCentred = Math.Abs(middle - (page.Width / 2)) <= NearMiddle;

        // A run as long as another that is centred begins and ends where that one does: its ends say nothing then.
        if (isCentred && middles.Count > 0 && middles.Count >= Math.Max(left.Count, right.Count))
        {
            return (RunSide.Middle, page.Width / 2);
        }

        return HoldOfEnds(left, right)
            ?? (isCentred ? (RunSide.Middle, page.Width / 2) : middles.Count > 0 ? (RunSide.Middle, middles[0]) : null);
    }

    private static (RunSide Side, int Hold)? HoldOfEnds(List<int> left, List<int> right) =>
        left.Count > 0 && left.Count >= right.Count ? (RunSide.Left, left.Min())
        : right.Count > 0 ? (RunSide.Right, right.Max())
        : null;

    /// <summary>A run that stands alone is held by the end that is nearer to the end of its room, on a grid.</summary>
    private static (RunSide Side, int Hold) NearerEnd(PageArea run, int left, int right) =>
        run.Left - left <= right - run.Right
            ? (RunSide.Left, run.Left / Margin * Margin)
            : (RunSide.Right, Math.Min(right, (run.Right + Margin - 1) / Margin * Margin));

    private static int Middle(PageArea area) => (area.Left + area.Right) / 2;
}
