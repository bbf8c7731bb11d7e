using System.Globalization;
using System.Text;

namespace Strongroom.Server.Tests.Redaction;

/// <summary>A small PDF made by hand: lines of Helvetica on A4 pages.</summary>
public static class PdfLetter
{
    private const int Left = 72;
    private const int Top = 760;
    private const int Leading = 22;

    /// <param name="pages">The lines of each page; ASCII, 30 at the most.</param>
    public static byte[] Write(params string[][] pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select(
                    (_, index) => Reference(4 + (2 * index))))}] >>"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (string[] lines in pages)
        {
            string content = Content(lines);
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents "
                + Reference(objects.Count + 2) + " >>");
            objects.Add(string.Create(
                CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
        }

        return Join(objects);
    }

    private static string Content(string[] lines) => string.Create(
        CultureInfo.InvariantCulture,
        $"BT /F 12 Tf {Left} {Top} Td {Leading} TL {string.Join(" T* ", lines.Select(line => $"({Escape(line)}) Tj"))} ET");

    private static string Escape(string line) => line
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal)
        .Replace(")", @"\)", StringComparison.Ordinal);

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    private static byte[] Join(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        foreach ((int index, string text) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        int table = file.Length;
        int count = objects.Count + 1;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {count}\n0000000000 65535 f \n{places}");
        file.Append(
            CultureInfo.InvariantCulture, $"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
