using System.Globalization;
using System.Text;
using Strongroom.Redactor.Pdf;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>
/// A page of a test's PDF. Places are points from the lower left corner of the page as it is seen upright, whatever its turn.
/// </summary>
internal sealed class PdfSheet
{
    public const int Sans = 0;
    public const int SansBold = 1;
    public const int Serif = 2;
    public const int Fixed = 4;

    private readonly StringBuilder _content = new();

    public PdfSheet(int turn = 0)
    {
        Turn = turn;
        Draw(turn switch
        {
            90 => $"0 1 -1 0 {Width} 0 cm",
            180 => $"-1 0 0 -1 {Width} {Height} cm",
            270 => $"0 -1 1 0 0 {Height} cm",
            _ => string.Empty,
        });
    }

    public int Width { get; init; } = 612;

    public int Height { get; init; } = 792;

    /// <summary>Degrees, clockwise.</summary>
    public int Turn { get; }

    /// <summary>Further fonts of the page's resources.</summary>
    public string Fonts { get; set; } = string.Empty;

    /// <summary>Further resources.</summary>
    public string Resources { get; set; } = string.Empty;

    /// <summary>Further entries of the page.</summary>
    public string Entries { get; set; } = string.Empty;

    public byte[] Content => PdfFile.Latin1(_content.ToString());

    /// <summary>Adds operators.</summary>
    public void Draw(string operators) => _content.Append(operators).Append('\n');

    /// <summary>Writes a text.</summary>
    public void Text(double x, double y, string text, double size = 11, int face = Sans) =>
        Draw(string.Create(CultureInfo.InvariantCulture, $"BT /F{face} {size} Tf {x} {y} Td <{Hex(text)}> Tj ET"));

    /// <summary>Writes a text that ends at a place.</summary>
    public void TextToRight(double x, double y, string text, double size = 11, int face = Sans) =>
        Text(x - WidthOf(text, size, face), y, text, size, face);

    /// <summary>Writes a text around a place.</summary>
    public void TextInMiddle(double x, double y, string text, double size = 11, int face = Sans) =>
        Text(x - (WidthOf(text, size, face) / 2), y, text, size, face);

    /// <summary>Writes a text letter by letter with small steps between them, as typesetters do.</summary>
    public void Kerned(double x, double y, string text, double size = 11, int face = Sans)
    {
        IEnumerable<string> letters = text.Select((letter, i) => $"<{Hex(letter.ToString())}> {(i * 17 % 60) - 30}");
        Draw(string.Create(
            CultureInfo.InvariantCulture, $"BT /F{face} {size} Tf {x} {y} Td [{string.Join(' ', letters)}] TJ ET"));
    }

    /// <summary>Writes lines of text, broken between words, and gives back the place under them.</summary>
    public double Paragraph(double x, double y, double width, string text, double size = 11, int face = Sans)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (WidthOf(longer, size, face) > width)
            {
                Text(x, y, line, size, face);
                y -= size * 1.3;
                longer = word;
            }

            line = longer;
        }

        Text(x, y, line, size, face);
        return y - (size * 1.3);
    }

    /// <summary>Draws a filled rectangle, of a grey from 0, black, to 1.</summary>
    public void Shade(double x, double y, double width, double height, double grey) => Draw(
        string.Create(CultureInfo.InvariantCulture, $"q {grey} g {x} {y} {width} {height} re f Q"));

    /// <summary>Draws a line.</summary>
    public void Rule(double x, double y, double toX, double toY) => Draw(
        string.Create(CultureInfo.InvariantCulture, $"q 0.8 w {x} {y} m {toX} {toY} l S Q"));

    /// <summary>Draws a scrawl, as a pen does.</summary>
    public void Scrawl(double x, double y) => Draw(string.Create(CultureInfo.InvariantCulture, $"""
        q 1.4 w {x} {y} m {x + 20} {y + 45} {x + 30} {y - 30} {x + 45} {y + 20} c
        {x + 60} {y + 50} {x + 65} {y - 25} {x + 90} {y + 12} c {x + 100} {y + 30} {x + 110} {y - 5} {x + 130} {y + 8} c S Q
        """));

    /// <summary>The width of a text in points.</summary>
    public static double WidthOf(string text, double size, int face) =>
        Typeface.TryEncode(text, out byte[] bytes)
            ? Typeface.All[face].Measure(bytes, 1000) * size / 1000
            : throw new ArgumentException("the standard typefaces have not all of its letters", nameof(text));

    private static string Hex(string text) => Typeface.TryEncode(text, out byte[] bytes)
        ? Convert.ToHexString(bytes)
        : throw new ArgumentException("the standard typefaces have not all of its letters", nameof(text));
}
