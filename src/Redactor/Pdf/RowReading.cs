using System.Text;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Reads a page a second time, row by row: in a table the word that tells what a number is stands in another block of text,
/// at the head of its column or at the left of its row.
/// </summary>
internal sealed class RowReading
{
    /// <summary>A heading may stand this many rows above.</summary>
    private const int HighestHeading = 80;

    private readonly string _text;
    private readonly int _segment;
    private readonly List<List<List<PageWord>>> _rows = [];

    private RowReading(string text, int segment, PaperPage page)
    {
        _text = text;
        _segment = segment;
        foreach (List<PageWord> row in RowsOf(page))
        {
            _rows.Add(CellsOf(row));
        }
    }

    /// <summary>What is found in the pages of a document when they are read row by row.</summary>
    public static IEnumerable<Finding> Find(DocumentText document) => document.Pages.SelectMany((page, i) =>
        new RowReading(document.Segments[i].Text, i, page).Find());

    private IEnumerable<Finding> Find()
    {
        for (int row = 0; row < _rows.Count; row++)
        {
            if (_rows[row].Count < 2)
            {
                continue;
            }

            foreach (Finding finding in FindIn([.. _rows[row].SelectMany(cell => cell)]))
            {
                yield return finding;
            }

            foreach (List<PageWord> cell in _rows[row].Where(HasDigit))
            {
                foreach (Finding finding in FindIn([.. HeadingOf(row, cell), .. cell]))
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> FindIn(List<PageWord> words)
    {
        var text = new StringBuilder();
        var starts = new List<int>(words.Count);
        foreach (PageWord word in words)
        {
            starts.Add(text.Length);
            text.Append(_text, word.Start, word.End - word.Start).Append(' ');
        }

        foreach (Finding finding in PatternFinder.Find(text.ToString()))
        {
            foreach (Finding part in InPage(finding, words, starts))
            {
                yield return part;
            }
        }
    }

    /// <summary>The same finding where it stands in the page's text: in one piece, or in several.</summary>
    private IEnumerable<Finding> InPage(Finding finding, List<PageWord> words, List<int> starts)
    {
        Finding? open = null;
        for (int i = 0; i < words.Count; i++)
        {
            int start = words[i].Start + Math.Max(0, finding.Start - starts[i]);
            int end = Math.Min(words[i].End, words[i].Start + finding.End - starts[i]);
            if (start >= end)
            {
                continue;
            }

            if (open is not null && open.End < start && start - open.End <= 2)
            {
                open = open with { End = end };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = finding with { Segment = _segment, Start = start, End = end };
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private List<PageWord> HeadingOf(int row, List<PageWord> cell)
    {
        int left = cell[0].Area.Left;
        int right = cell[^1].Area.Right;
        for (int above = row - 1; above >= Math.Max(0, row - HighestHeading); above--)
        {
            List<PageWord>? heading = _rows[above].Find(one =>
                one[0].Area.Left < right && left < one[^1].Area.Right && !HasDigit(one));
            if (heading is not null && _rows[above].Count > 1)
            {
                return heading;
            }
        }

        return [];
    }

    private bool HasDigit(List<PageWord> cell) =>
        cell.Exists(word => _text.AsSpan(word.Start, word.End - word.Start).ContainsAnyInRange('0', '9'));

    private static List<List<PageWord>> RowsOf(PaperPage page)
    {
        var rows = new List<List<PageWord>>();
        int middle = int.MinValue;
        foreach (PageWord word in page.Words.OrderBy(word => word.Area.Top + word.Area.Bottom))
        {
            int own = (word.Area.Top + word.Area.Bottom) / 2;
            if (rows.Count == 0 || own - middle > word.Area.Height / 3)
            {
                rows.Add([]);
                middle = own;
            }

            rows[^1].Add(word);
        }

        return rows;
    }

    private static List<List<PageWord>> CellsOf(List<PageWord> row)
    {
        var cells = new List<List<PageWord>>();
        foreach (PageWord word in row.OrderBy(word => word.Area.Left))
        {
            if (cells.Count == 0 || word.Area.Left - cells[^1][^1].Area.Right > word.Area.Height * 7 / 10)
            {
                cells.Add([]);
            }

            cells[^1].Add(word);
        }

        return cells;
    }
}
