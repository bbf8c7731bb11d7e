using System.Numerics;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A page as it is drawn: one byte a pixel, of sixteen greys, from 0 (black) to 15 (white), rows from the top. Areas are
/// given in units of <see cref="PageArea"/>.
/// </summary>
internal sealed class GreyPicture
{
    /// <summary>White.</summary>
    public const byte White = 15;

    private const int UnitsPerInch = 72 * PageArea.UnitsPerPoint;

    /// <summary>Greys further apart than this are told apart by eye.</summary>
    private const int Visible = 3;
    private readonly byte[] _pixels;
    private readonly int _dotsPerInch;

    /// <summary>Takes pixels of 256 greys.</summary>
    /// <param name="pixels">One byte each; kept and changed.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="dotsPerInch">Pixels an inch.</param>
    public GreyPicture(byte[] pixels, int width, int dotsPerInch)
    {
        _pixels = pixels;
        _dotsPerInch = dotsPerInch;
        Width = width;
        Height = pixels.Length / width;
        ToSixteen(pixels);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>All of them, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>One row, from 0.</summary>
    public Span<byte> Row(int y) => _pixels.AsSpan(y * Width, Width);

    /// <summary>The pixels that an area touches.</summary>
    public (int Left, int Top, int Right, int Bottom) PixelsOf(PageArea area) => (
        Math.Clamp(area.Left * _dotsPerInch / UnitsPerInch, 0, Width),
        Math.Clamp(area.Top * _dotsPerInch / UnitsPerInch, 0, Height),
        Math.Clamp(((area.Right * _dotsPerInch) + UnitsPerInch - 1) / UnitsPerInch, 0, Width),
        Math.Clamp(((area.Bottom * _dotsPerInch) + UnitsPerInch - 1) / UnitsPerInch, 0, Height));

    /// <summary>The area of pixels.</summary>
    public PageArea AreaOf(int left, int top, int right, int bottom) => new(
        left * UnitsPerInch / _dotsPerInch, top * UnitsPerInch / _dotsPerInch,
        ((right * UnitsPerInch) + _dotsPerInch - 1) / _dotsPerInch,
        ((bottom * UnitsPerInch) + _dotsPerInch - 1) / _dotsPerInch);

    /// <summary>
    /// Whether letters can be seen in a word's area: across its middle the grey changes at least once a letter. Text under
    /// a bar, white on white, or not drawn at all shows none.
    /// </summary>
    /// <param name="area">Where the word stands.</param>
    /// <param name="letters">How many letters it has.</param>
    public bool ShowsLetters(PageArea area, int letters)
    {
        (int left, int top, int right, int bottom) = PixelsOf(area);
        int height = bottom - top;
        int first = top + (height / 4);
        int last = bottom - (height / 6);
        int most = 0;
        for (int y = first; y < last; y++)
        {
            most = Math.Max(most, Changes(Row(y)[left..right]));
        }

        return StandsOnPlainGround(area)
            && (most >= Math.Max(1, letters / 2) || (most > 0 && bottom - top > right - left));
    }

    /// <summary>
    /// Whether a word has plain ground on one of its sides. On a picture the grey changes on both, and then nobody can say
    /// whether the picture lies under the word or over it.
    /// </summary>
    public bool StandsOnPlainGround(PageArea area)
    {
        const int Few = 2;
        int gap = Math.Max(1, _dotsPerInch / 72);
        (int left, int top, int right, int bottom) = PixelsOf(area);
        return ChangesDown(left - gap, top, bottom) <= Few || ChangesDown(right - 1 + gap, top, bottom) <= Few;
    }

    /// <summary>The nearest of sixteen greys, many pixels at a time: x/17, rounded.</summary>
    private static void ToSixteen(Span<byte> pixels)
    {
        int i = 0;
        for (; i <= pixels.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[i..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Narrow(Nearest(low), Nearest(high)).CopyTo(pixels[i..]);
        }

        for (; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((pixels[i] + 8) / 17);
        }
    }

    /// <summary>15x/255, rounded, without dividing.</summary>
    private static Vector<ushort> Nearest(Vector<ushort> greys)
    {
        Vector<ushort> scaled = (greys * 15) + new Vector<ushort>(128);
        return (scaled + (scaled >>> 8)) >>> 8;
    }

    private int ChangesDown(int x, int top, int bottom)
    {
        int changes = 0;
        for (int y = top + 1; x >= 0 && x < Width && y < bottom; y++)
        {
            changes += Math.Abs(Row(y)[x] - Row(y - 1)[x]) > Visible ? 1 : 0;
        }

        return changes;
    }

    /// <summary>
    /// Fills a band with its own background, but for what crosses it from top to bottom outside a part: the rules of a
    /// table stay.
    /// </summary>
    /// <param name="band">All of it.</param>
    /// <param name="part">Where nothing at all may stay.</param>
    public void Wipe(PageArea band, PageArea part)
    {
        (int left, int top, int right, int bottom) = PixelsOf(band);
        (int from, _, int to, _) = PixelsOf(part);
        byte background = Background(left, top, right, bottom);
        for (int x = left; x < right; x++)
        {
            if ((x < from || x >= to) && IsCrossed(x, top, bottom, background))
            {
                continue;
            }

            for (int y = top; y < bottom; y++)
            {
                Row(y)[x] = background;
            }
        }
    }

    /// <summary>Fills an area with black.</summary>
    public void Blacken(PageArea area)
    {
        (int left, int top, int right, int bottom) = PixelsOf(area);
        for (int y = top; y < bottom; y++)
        {
            Row(y)[left..right].Clear();
        }
    }

    private static int Changes(ReadOnlySpan<byte> row)
    {
        int changes = 0;
        int last = row.IsEmpty ? White : row[0];
        foreach (byte grey in row)
        {
            if (Math.Abs(grey - last) > Visible)
            {
                changes++;
                last = grey;
            }
        }

        return changes;
    }

    private byte Background(int left, int top, int right, int bottom)
    {
        Span<int> counts = stackalloc int[White + 1];
        for (int y = top; y < bottom; y++)
        {
            foreach (byte grey in Row(y)[left..right])
            {
                counts[grey]++;
            }
        }

        byte most = White;
        for (byte grey = 0; grey < White; grey++)
        {
            most = counts[grey] > counts[most] ? grey : most;
        }

        return most;
    }

    private bool IsCrossed(int x, int top, int bottom, byte background)
    {
        for (int y = top; y < bottom; y++)
        {
            if (Math.Abs(Row(y)[x] - background) <= 1)
            {
                return false;
            }
        }

        return true;
    }
}
