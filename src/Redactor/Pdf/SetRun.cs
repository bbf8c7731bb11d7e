using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Sets the pieces of a run in a line: fixed gaps, bars as wide as their labels, held by the side that held the run. What does
/// not fit is set smaller, and then goes under a bar that runs to the end of the room.
/// </summary>
internal sealed class SetRun
{
    private const int Em = 1000;

    /// <summary>A label is set in this share of the size, in thousandths.</summary>
    private const int LabelSize = 800;

    /// <summary>The black on each side of a label, in thousandths of the size.</summary>
    private const int LabelEdge = 250;

    /// <summary>The gap at a bar that touches a word, in thousandths of the size.</summary>
    private const int JoinedGap = 80;

    /// <summary>A word space, in thousandths of the size.</summary>
    private const int WordSpace = 300;

    /// <summary>Text is not set smaller than this share of its size.</summary>
    private const double Smallest = 0.6;

    /// <summary>The baseline lies at this share of a line's height, from the top.</summary>
    private const int BaselineAt = 800;

    private readonly PageArea _line;
    private readonly RunRoom _room;
    private readonly List<RunPiece> _pieces;
    private readonly Typeface _face;
    private int _size;

    /// <summary>Sets a run.</summary>
    /// <param name="line">Where the run stood; its height counts.</param>
    /// <param name="room">The room it has.</param>
    /// <param name="pieces">What it is made of.</param>
    /// <param name="fit">The typeface and size.</param>
    public SetRun(PageArea line, RunRoom room, List<RunPiece> pieces, TextFit fit)
    {
        _line = line;
        _room = room;
        _pieces = pieces;
        _face = fit.Face;
        _size = fit.Size;
        Place();
    }

    /// <summary>Texts and labels.</summary>
    public List<PlacedPiece> Texts { get; } = [];

    /// <summary>The black behind labels.</summary>
    public List<PageArea> Bars { get; } = [];

    private void Place()
    {
        int width = TotalWidth();
        int room = _room.Side == RunSide.Left ? _room.Right - Start(0) : _room.Right - _room.Left;
        if (width > room)
        {
            int smallest = (int)Math.Ceiling(_size * Smallest);
            _size = Math.Max(smallest, (int)((long)_size * room / width));
            width = TotalWidth();
        }

        int at = Start(width);
        for (int i = 0; i < _pieces.Count; i++)
        {
            at += i == 0 ? 0 : GapBefore(_pieces[i]);
            int end = at + WidthOf(_pieces[i]);
            bool isRestTooLong = end + TotalWidth(i + 1) > _room.Right;
            if (isRestTooLong && end + (_size * 2) > _room.Right)
            {
                CloseWithBar(at, i);
                return;
            }

            Put(_pieces[i], at, end);
            at = end;
        }
    }

    private int Start(int width) => _room.Side switch
    {
        RunSide.Right => Math.Max(_room.Left, Math.Min(_room.Hold, _room.Right) - width),
        RunSide.Middle => Math.Max(_room.Left, _room.Hold - (width / 2)),
        _ => Math.Max(_room.Left, _room.Hold),
    };

    private void Put(RunPiece piece, int left, int right)
    {
        int baseline = _line.Top + (_line.Height * BaselineAt / Em);
        if (!piece.IsBar)
        {
            Texts.Add(new PlacedPiece(piece.Text, _face, _size, left, baseline, IsWhite: false));
            return;
        }

        Bars.Add(new PageArea(left, _line.Top, right, _line.Bottom));
        int edge = _size * LabelEdge / Em;
        Texts.Add(new PlacedPiece(
            piece.Text, Typeface.OfLabels, _size * LabelSize / Em, left + edge, baseline - (_size / 20), IsWhite: true));
    }

    /// <summary>Black from here to the end of the room, with the first label that is left, if it fits.</summary>
    private void CloseWithBar(int left, int from)
    {
        int right = Math.Max(_room.Right, left + _size);
        RunPiece? label = _pieces.Skip(from).FirstOrDefault(piece => piece.IsBar);
        if (label is not null && WidthOf(label) <= right - left)
        {
            Put(label, left, right);
        }
        else
        {
            Bars.Add(new PageArea(left, _line.Top, right, _line.Bottom));
        }
    }

    private int TotalWidth(int from = 0)
    {
        int width = 0;
        for (int i = from; i < _pieces.Count; i++)
        {
            width += (i == 0 ? 0 : GapBefore(_pieces[i])) + WidthOf(_pieces[i]);
        }

        return width;
    }

    private int GapBefore(RunPiece piece) => _size * (piece.IsJoined ? JoinedGap : WordSpace) / Em;

    private int WidthOf(RunPiece piece) => piece.IsBar
        ? Typeface.OfLabels.Measure(piece.Text, _size * LabelSize / Em) + (_size * LabelEdge * 2 / Em)
        : _face.Measure(piece.Text, _size);
}
