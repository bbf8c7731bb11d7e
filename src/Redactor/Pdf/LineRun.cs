using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Words that stand side by side with no more than word spaces between them. When one of them is removed, all of them are
/// set anew, so that no place on the line tells how long it was.
/// </summary>
internal sealed class LineRun
{
    /// <summary>A wider gap, in line heights, is no word space.</summary>
    private const double WidestSpace = 1.8;

    private LineRun(IReadOnlyList<PageWord> words)
    {
        Words = words;
        Area = words.Select(word => word.Area).Aggregate((one, other) => one.With(other));
    }

    /// <summary>The words, from left to right.</summary>
    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>Where all of them stand.</summary>
    public PageArea Area { get; }

    /// <summary>Whether the words run from top to bottom or at a slant: their place is higher than a line of them is.</summary>
    public bool IsSideways => Words.Any(word => word.End - word.Start > 2 && word.Area.Height > word.Area.Width * 2);

    /// <summary>All runs of a page.</summary>
    /// <param name="text">The page's text; a line ends in "\n".</param>
    /// <param name="page">The page.</param>
    public static List<LineRun> Split(string text, PaperPage page)
    {
        var runs = new List<LineRun>();
        var line = new List<PageWord>();
        for (int i = 0; i < page.Words.Count; i++)
        {
            PageWord word = page.Words[i];
            line.Add(word);
            bool isLast = i + 1 == page.Words.Count
                || text.AsSpan(word.End, page.Words[i + 1].Start - word.End).Contains('\n');
            if (isLast)
            {
                SplitLine(line, runs);
                line.Clear();
            }
        }

        return runs;
    }

    private static void SplitLine(List<PageWord> line, List<LineRun> runs)
    {
        List<PageWord> words = [.. line.OrderBy(word => word.Area.Left)];
        for (int first = 0, i = 0; i < words.Count; i++)
        {
            bool isEnd = i + 1 == words.Count
                || words[i + 1].Area.Left - words[i].Area.Right > words[i].Area.Height * WidestSpace;
            if (isEnd)
            {
                runs.Add(new LineRun(words[first..(i + 1)]));
                first = i + 1;
            }
        }
    }
}
