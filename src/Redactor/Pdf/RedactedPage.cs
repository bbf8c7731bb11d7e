using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A page of the copy, made from its plan: the picture with black burnt in, what is set on it, and, unseen, the words that
/// the picture shows, at places on a grid.
/// </summary>
internal sealed class RedactedPage
{
    /// <summary>Unseen words stand on this grid, in units: a point.</summary>
    private const int Grid = PageArea.UnitsPerPoint;
    private const int WholeWidth = 100;

    private readonly PaperPage _page;
    private readonly StringBuilder _content = new();

    /// <summary>Makes a page.</summary>
    /// <param name="page">Its size.</param>
    /// <param name="plan">What is done to it.</param>
    /// <param name="picture">As it is drawn; changed.</param>
    public RedactedPage(PaperPage page, PagePlan plan, GreyPicture picture)
    {
        _page = page;
        // What cannot be seen before anything is wiped is not read out either.
        List<PageWord> seen = [.. plan.Kept.Where(word => picture.ShowsLetters(word.Area, word.End - word.Start))];
        foreach ((PageArea band, PageArea part) in plan.Wipes)
        {
            picture.Wipe(band, part);
        }

        foreach (PageArea bar in plan.Bars)
        {
            picture.Blacken(bar);
        }

        (PictureWidth, PictureHeight) = (picture.Width, picture.Height);
        PackedPicture = PdfBytes.Pack(Pack(picture));
        Write(plan, seen);
    }

    /// <summary>Pixels a row of the picture.</summary>
    public int PictureWidth { get; }

    /// <summary>Rows of the picture.</summary>
    public int PictureHeight { get; }

    /// <summary>The page's picture, as it is written.</summary>
    public byte[] PackedPicture { get; }

    /// <summary>The operators that draw it (ISO 32000-2, annex A).</summary>
    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>The size in points, as it stands in a PDF.</summary>
    public string Box => string.Create(
        CultureInfo.InvariantCulture, $"[0 0 {Points(_page.Width)} {Points(_page.Height)}]");

    private void Write(PagePlan plan, List<PageWord> seen)
    {
        Line($"q {Points(_page.Width)} 0 0 {Points(_page.Height)} 0 0 cm /P Do Q");
        Line($"BT");
        foreach (PlacedPiece text in plan.Texts)
        {
            Line($"{(text.IsWhite ? 1 : 0)} g /F{text.Face.Number} {Points(text.Size)} Tf");
            Line($"1 0 0 1 {Points(text.Left)} {Points(_page.Height - text.Baseline)} Tm <{Convert.ToHexString(text.Text)}> Tj");
        }

        Line($"3 Tr");
        foreach (PageWord word in seen)
        {
            WriteUnseen(plan.TextOf(word), word.Area);
        }

        Line($"ET");
    }

    private void WriteUnseen(string text, PageArea area)
    {
        int left = Snap(area.Left);
        int size = Math.Max(Grid, Snap(area.Height));
        int width = Math.Max(Grid, Snap(area.Right) - left);
        long natural = Math.Max(1, (long)text.Length * size * GlyphlessFont.GlyphWidth / 1000);
        long share = Math.Max(1, width * WholeWidth / natural);
        int baseline = _page.Height - Snap(area.Bottom) + (size * GlyphlessFont.Descent / 1000);
        Line($"/U {Points(size)} Tf {share} Tz 1 0 0 1 {Points(left)} {Points(baseline)} Tm");
        Line($"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj");
    }

    private static int Snap(int units) => units / Grid * Grid;

    private static string Points(int units) =>
        ((decimal)units / PageArea.UnitsPerPoint).ToString("0.##", CultureInfo.InvariantCulture);

    private void Line(FormattableString operators) =>
        _content.Append(operators.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Two pixels a byte, each row from a byte of its own.</summary>
    private static byte[] Pack(GreyPicture picture)
    {
        int length = (picture.Width + 1) / 2;
        byte[] packed = new byte[length * picture.Height];
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            Span<byte> target = packed.AsSpan(y * length, length);
            ReadOnlySpan<ushort> pairs = MemoryMarshal.Cast<byte, ushort>(row);
            for (int i = 0; i < pairs.Length; i++)
            {
                uint pair = BitConverter.IsLittleEndian ? pairs[i] : BinaryPrimitives.ReverseEndianness(pairs[i]);
                target[i] = unchecked((byte)((pair << 4) | (pair >> 8)));
            }

            if (row.Length % 2 == 1)
            {
                target[^1] = (byte)(row[^1] << 4);
            }
        }

        return packed;
    }
}
