using System.Globalization;
using System.Text;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>
/// Writes PDF as other programs do, with whatever a test hides in it. Object 1 is the catalog, 2 the page tree, 3 to 8 the
/// standard typefaces F0 to F5; streams are not packed, so that a canary can be seen in the source.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [[], []];
    private readonly List<int> _pages = [];

    public PdfFile()
    {
        foreach (Pdf.Typeface face in Pdf.Typeface.All)
        {
            Add($"<< /Type /Font /Subtype /Type1 /BaseFont /{face.Name} /Encoding /WinAnsiEncoding >>");
        }
    }

    /// <summary>Further entries of the catalog.</summary>
    public string Catalog { get; set; } = string.Empty;

    /// <summary>Further entries of the trailer.</summary>
    public string Trailer { get; set; } = string.Empty;

    /// <summary>The number of the next page's object.</summary>
    public int Next => _objects.Count + 1;

    /// <summary>Adds an object.</summary>
    /// <returns>Its number.</returns>
    public int Add(string text) => Add(Latin1(text));

    /// <summary>Adds an object with a stream.</summary>
    public int AddStream(string dictionary, byte[] content) => Add(
        [.. Latin1($"<< {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8]);

    /// <summary>Adds an object with a stream of text.</summary>
    public int AddStream(string dictionary, string content) => AddStream(dictionary, Latin1(content));

    /// <summary>Adds a page.</summary>
    /// <returns>Its number.</returns>
    public int AddPage(PdfSheet sheet)
    {
        int content = AddStream(string.Empty, sheet.Content);
        string fonts = string.Join(' ', Enumerable.Range(0, Pdf.Typeface.All.Count).Select(face => $"/F{face} {face + 3} 0 R"));
        int page = Add(string.Create(CultureInfo.InvariantCulture, $"""
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.Width} {sheet.Height}] /Rotate {sheet.Turn}
            /Contents {content} 0 R /Resources << /Font << {fonts} {sheet.Fonts} >> {sheet.Resources} >> {sheet.Entries} >>
            """));
        _pages.Add(page);
        return page;
    }

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        _objects[0] = Latin1($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>");
        _objects[1] = Latin1(
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00E2\u00E3\n"u8);
        return Write(file, _objects.Select((body, i) => (i + 1, body)), $"/Size {_objects.Count + 1} {Trailer}");
    }

    /// <summary>An incremental update: objects that take the place of older ones, which stay in the file.</summary>
    public static byte[] Update(byte[] older, int size, params (int Number, byte[] Body)[] objects)
    {
        using var file = new MemoryStream();
        file.Write(older);
        int previous = int.Parse(
            Encoding.Latin1.GetString(older).Split("startxref\n")[^1].Split('\n')[0], CultureInfo.InvariantCulture);
        return Write(file, objects, $"/Size {size} /Prev {previous}");
    }

    /// <summary>Bytes of a text that has no letters over 255.</summary>
    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private int Add(byte[] body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    private static byte[] Write(MemoryStream file, IEnumerable<(int Number, byte[] Body)> objects, string trailer)
    {
        var table = new StringBuilder("xref\n");
        foreach ((int number, byte[] body) in objects)
        {
            string free = number == 1 ? "0 1\n0000000000 65535 f \n" : string.Empty;
            table.Append(CultureInfo.InvariantCulture, $"{free}{number} 1\n{file.Length:D10} 00000 n \n");
            file.Write(Latin1($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        long start = file.Length;
        file.Write(Latin1($"{table}trailer\n<< {trailer} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }
}
