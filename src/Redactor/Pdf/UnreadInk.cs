using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Finds ink that no word stands for: a picture, a signature, a stamp, a scan. The rules and shades of tables are no ink of
/// this sort: they begin and end in straight lines.
/// </summary>
internal sealed class UnreadInk
{
    /// <summary>Pixels of a cell's side; at 72 an inch, points.</summary>
    private const int Cell = 6;

    /// <summary>Edges that go straight on for this many pixels are those of rules and shades.</summary>
    private const int StraightEdge = 18;

    /// <summary>What is smaller than this both ways, in pixels, is a speck or a box to tick.</summary>
    private const int Smallest = 14;
    private const int Visible = 3;
    private const byte Black = 1;

    private readonly GreyPicture _picture;
    private readonly bool[] _edges;
    private readonly List<int> _ends = [];
    private readonly int _columns;
    private readonly bool[] _cells;

    private UnreadInk(GreyPicture picture)
    {
        _picture = picture;
        _edges = new bool[picture.Width * picture.Height];
        _columns = (picture.Width + Cell - 1) / Cell;
        _cells = new bool[_columns * ((picture.Height + Cell - 1) / Cell)];
    }

    /// <summary>The areas of a page that nobody can read.</summary>
    /// <param name="picture">The page, drawn at <see cref="PagePictures.Coarse"/>.</param>
    /// <param name="page">Its words.</param>
    public static List<PageArea> Find(GreyPicture picture, PaperPage page)
    {
        var ink = new UnreadInk(picture);
        ink.FindEdges();
        ink.LeaveOutEnds();
        ink.LeaveOut(page);
        ink.LeaveOutBars();
        ink.MarkCells();
        return ink.Join();
    }

    /// <summary>
    /// An edge stands where the grey changes from a pixel to the next, along a row or down a column, unless it goes on
    /// straight: rules and shades begin and end in straight lines.
    /// </summary>
    private void FindEdges()
    {
        int width = _picture.Width;
        for (int x = 1; x < width; x++)
        {
            MarkLine(x, width, 1, _picture.Height);
        }

        for (int y = 1; y < _picture.Height; y++)
        {
            MarkLine(y * width, 1, width, width);
        }
    }

    /// <summary>Marks the edges on one line of pixels.</summary>
    /// <param name="first">Its first pixel.</param>
    /// <param name="step">From one to the next.</param>
    /// <param name="back">From one to that on the other side of the edge.</param>
    /// <param name="length">How many.</param>
    private void MarkLine(int first, int step, int back, int length)
    {
        ReadOnlySpan<byte> pixels = _picture.Pixels;
        for (int start = 0; start < length;)
        {
            int end = start;
            for (int at = first + (end * step); end < length && Math.Abs(pixels[at] - pixels[at - back]) > Visible; at += step)
            {
                end++;
            }

            if (end - start >= StraightEdge)
            {
                _ends.Add(first + (start * step));
                _ends.Add(first + ((end - 1) * step));
            }
            else if (end > start)
            {
                Mark(first, step, start, end);
            }

            start = end + 1;
        }
    }

    private void Mark(int first, int step, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            _edges[first + (i * step)] = true;
        }
    }

    /// <summary>A rule that ends within a pixel has soft ends.</summary>
    private void LeaveOutEnds()
    {
        const int Soft = 2;
        foreach (int end in _ends)
        {
            (int x, int y) = (end % _picture.Width, end / _picture.Width);
            int left = Math.Max(0, x - Soft);
            int right = Math.Min(_picture.Width, x + Soft + 1);
            for (int row = Math.Max(0, y - Soft); row < Math.Min(_picture.Height, y + Soft + 1); row++)
            {
                _edges.AsSpan((row * _picture.Width) + left, right - left).Clear();
            }
        }
    }

    private void LeaveOut(PaperPage page)
    {
        const int Edge = 2;
        foreach (PageWord word in page.Words.Where(word => _picture.StandsOnPlainGround(word.Area)))
        {
            (int left, int top, int right, int bottom) = _picture.PixelsOf(word.Area);
            left = Math.Max(0, left - Edge);
            right = Math.Min(_picture.Width, right + Edge);
            for (int y = Math.Max(0, top - Edge); y < Math.Min(_picture.Height, bottom + Edge); y++)
            {
                _edges.AsSpan((y * _picture.Width) + left, right - left).Clear();
            }
        }
    }

    /// <summary>The short sides of black bars are no ink: of what is black all over nobody reads anything.</summary>
    private void LeaveOutBars()
    {
        const int ShortestBar = 20;
        for (int y = 0; y < _picture.Height; y++)
        {
            ReadOnlySpan<byte> row = _picture.Row(y);
            for (int start = row.IndexOfAnyInRange((byte)0, Black); start >= 0 && start < row.Length;)
            {
                int length = row[start..].IndexOfAnyExceptInRange((byte)0, Black);
                int end = length < 0 ? row.Length : start + length;
                if (end - start >= ShortestBar)
                {
                    LeaveOutSides(start, end, y, 1);
                    LeaveOutSides(start, end, y, -1);
                }

                int next = row[end..].IndexOfAnyInRange((byte)0, Black);
                start = next < 0 ? row.Length : end + next;
            }
        }
    }

    /// <summary>Follows both sides of a bar up or down, past the letters of its label.</summary>
    private void LeaveOutSides(int left, int right, int y, int step)
    {
        const int Highest = 30;
        const int Soft = 2; // pixels that a side is drawn over
        int end = Math.Clamp(y + (step * Highest), -1, _picture.Height);
        for (; y != end && _picture.Row(y)[left] <= Black && _picture.Row(y)[right - 1] <= Black; y += step)
        {
            Span<bool> edges = _edges.AsSpan(y * _picture.Width, _picture.Width);
            edges[Math.Max(0, left - Soft)..(left + Soft)].Clear();
            edges[(right - Soft)..Math.Min(edges.Length, right + Soft)].Clear();
        }
    }

    /// <summary>A cell has ink where edges stand in two of its rows or more.</summary>
    private void MarkCells()
    {
        for (int top = 0, cell = 0; top < _picture.Height; top += Cell, cell += _columns)
        {
            int bottom = Math.Min(top + Cell, _picture.Height);
            for (int column = 0; column < _columns; column++)
            {
                int left = column * Cell;
                int width = Math.Min(Cell, _picture.Width - left);
                int rows = 0;
                for (int y = top; y < bottom; y++)
                {
                    rows += _edges.AsSpan((y * _picture.Width) + left, width).Contains(value: true) ? 1 : 0;
                }

                _cells[cell + column] = rows >= 2;
            }
        }
    }

    /// <summary>Joins cells that touch, or have one empty cell between them.</summary>
    private List<PageArea> Join()
    {
        var areas = new List<PageArea>();
        var open = new Stack<int>();
        for (int start = 0; start < _cells.Length; start++)
        {
            if (!_cells[start])
            {
                continue;
            }

            (int left, int top, int right, int bottom) = (start % _columns, start / _columns, start % _columns, start / _columns);
            _cells[start] = false;
            open.Push(start);
            while (open.TryPop(out int cell))
            {
                (int x, int y) = (cell % _columns, cell / _columns);
                (left, top) = (Math.Min(left, x), Math.Min(top, y));
                (right, bottom) = (Math.Max(right, x), Math.Max(bottom, y));
                PushNear(x, y, open);
            }

            int width = (right + 1 - left) * Cell;
            int height = (bottom + 1 - top) * Cell;
            if (width >= Smallest || height >= Smallest)
            {
                areas.Add(_picture.AreaOf(
                    left * Cell, top * Cell, Math.Min(_picture.Width, (right + 1) * Cell),
                    Math.Min(_picture.Height, (bottom + 1) * Cell)));
            }
        }

        return areas;
    }

    private void PushNear(int x, int y, Stack<int> open)
    {
        const int Reach = 2;
        int rows = _cells.Length / _columns;
        for (int near = Math.Max(0, y - Reach); near <= Math.Min(rows - 1, y + Reach); near++)
        {
            for (int beside = Math.Max(0, x - Reach); beside <= Math.Min(_columns - 1, x + Reach); beside++)
            {
                int cell = (near * _columns) + beside;
                if (_cells[cell])
                {
                    _cells[cell] = false;
                    open.Push(cell);
                }
            }
        }
    }
}
