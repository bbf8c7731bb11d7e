using System.Globalization;
using System.Text;

namespace Strongroom.Cli.Demo;

/// <summary>A one-page PDF made by hand: text in Helvetica and thin lines on A4; lengths in points.</summary>
internal sealed class DemoPdf
{
    private const int Height = 842;
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{0} /Encoding /WinAnsiEncoding >>";
    private readonly StringBuilder _content = new();

    /// <summary>Sets one line of text; ASCII.</summary>
    /// <param name="left">From the left edge.</param>
    /// <param name="top">Of the base line, from the upper edge.</param>
    /// <param name="text">The text.</param>
    /// <param name="size">Of the letters.</param>
    /// <param name="isBold">Whether in bold.</param>
    public DemoPdf Set(int left, int top, string text, int size = 11, bool isBold = false)
    {
        string escaped = text
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal)
            .Replace(")", @"\)", StringComparison.Ordinal);
        _content.Append(
            CultureInfo.InvariantCulture,
            $"BT /F{(isBold ? 2 : 1)} {size} Tf {left} {Height - top} Td ({escaped}) Tj ET\n");
        return this;
    }

    /// <summary>Sets lines below each other.</summary>
    public DemoPdf SetLines(int left, int top, params ReadOnlySpan<string> lines)
    {
        const int Leading = 17;
        for (int line = 0; line < lines.Length; line++)
        {
            Set(left, top + (line * Leading), lines[line]);
        }

        return this;
    }

    /// <summary>Draws a thin line.</summary>
    public DemoPdf Rule(int left, int top, int right, int bottom)
    {
        _content.Append(
            CultureInfo.InvariantCulture,
            $"0.5 w {left} {Height - top} m {right} {Height - bottom} l S\n");
        return this;
    }

    public byte[] Write()
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            Font.Replace("{0}", string.Empty, StringComparison.Ordinal),
            Font.Replace("{0}", "-Bold", StringComparison.Ordinal),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
                + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            string.Create(
                CultureInfo.InvariantCulture, $"<< /Length {_content.Length} >>\nstream\n{_content}endstream"),
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        foreach ((int index, string text) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        int table = file.Length;
        file.Append(
            CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{places}");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
