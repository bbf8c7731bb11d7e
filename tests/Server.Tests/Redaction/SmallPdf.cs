using System.Globalization;
using System.Text;

namespace Strongroom.Server.Tests.Redaction;

/// <summary>
/// A small PDF written by hand: lines of Helvetica on pages of Letter size, and what tests hang on it.
/// </summary>
public sealed class SmallPdf
{
    private const int FirstPage = 4;

    private readonly List<string> _pages = [];
    private readonly List<string> _more = [];

    /// <summary>Entries of the catalog; <c>@0</c>, <c>@1</c> … stand for the objects of <see cref="With"/>.</summary>
    public string Catalog { get; init; } = string.Empty;

    /// <summary>Entries of the trailer.</summary>
    public string Trailer { get; init; } = string.Empty;

    /// <summary>A letter of one page, its lines 20 points apart.</summary>
    public static SmallPdf Letter(params string[] lines) => new SmallPdf().Page(lines);

    /// <summary>Adds a page.</summary>
    public SmallPdf Page(params string[] lines)
    {
        IEnumerable<string> shown = lines.Select((line, i) => string.Create(
            CultureInfo.InvariantCulture, $"BT /F1 12 Tf 72 {700 - (20 * i)} Td ({Escape(line)}) Tj ET"));
        _pages.Add(string.Join('\n', shown));
        return this;
    }

    /// <summary>Draws something more on the last page.</summary>
    public SmallPdf Draw(string content)
    {
        _pages[^1] += "\n" + content;
        return this;
    }

    /// <summary>Adds an object.</summary>
    public SmallPdf With(string content)
    {
        _more.Add(content);
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        int firstMore = FirstPage + (2 * _pages.Count);
        string kids = string.Join(' ', _pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"));
        List<string> objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {Numbered(Catalog, firstMore)} >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{kids}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        foreach (string page in _pages)
        {
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
                + $"/Contents {objects.Count + 2} 0 R >>");
            objects.Add(Stream(page));
        }

        objects.AddRange(_more.Select(content => Numbered(content, firstMore)));
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (int i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int start = file.Length;
        file.Append(table).Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R ");
        file.Append(CultureInfo.InvariantCulture, $"{Numbered(Trailer, firstMore)} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A stream without filters.</summary>
    public static string Stream(string content, string entries = "") =>
        $"<< /Length {content.Length} {entries} >>\nstream\n{content}\nendstream";

    private static string Escape(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);

    private static string Numbered(string content, int first)
    {
        for (int i = 9; i >= 0; i--)
        {
            content = content.Replace($"@{i}", $"{first + i} 0 R", StringComparison.Ordinal);
        }

        return content;
    }
}
