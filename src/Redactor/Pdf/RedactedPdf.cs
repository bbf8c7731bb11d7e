using System.Globalization;
using System.Text;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// Writes the copy: eight objects that are the same in every copy, six typefaces, then a page, its content and its picture
/// for each page. Bytes: <c>docs/formats/redacted-pdf.md</c>.
/// </summary>
internal sealed class RedactedPdf : IDisposable
{
    private const int Catalog = 1;
    private const int PageTree = 2;
    private const int UnseenFont = 3;
    private const int FirstFace = 9;
    private const int MapLength = 2 * 65536;

    private const string ToUnicode =
        """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        1 beginbfrange
        <0000> <FFFF> <0000>
        endbfrange
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """;

    private static readonly string Fonts = string.Join(
        ' ', Typeface.All.Select(face => Inside($"/F{face.Number} {FirstFace + face.Number} 0 R")));

    private readonly PdfBytes _bytes = new();
    private readonly int _pageCount;

    /// <summary>Begins a copy.</summary>
    /// <param name="pageCount">How many pages follow.</param>
    public RedactedPdf(int pageCount)
    {
        _pageCount = pageCount;
        IEnumerable<string> kids = Enumerable.Range(0, pageCount).Select(page => Inside($"{NumberOf(page)} 0 R"));
        _bytes.Add(Inside($"/Type /Catalog /Pages {PageTree} 0 R"));
        _bytes.Add(Inside($"/Type /Pages /Count {pageCount} /Kids [{string.Join(' ', kids)}]"));
        AddUnseenFont();
        foreach (Typeface face in Typeface.All)
        {
            _bytes.Add($"/Type /Font /Subtype /Type1 /BaseFont /{face.Name} /Encoding /WinAnsiEncoding");
        }
    }

    /// <summary>Adds the next page.</summary>
    public void Add(RedactedPage page)
    {
        int number = _bytes.Next;
        _bytes.Add(PageOf(number, page.Box));
        _bytes.AddStream(string.Empty, page.Content);
        _bytes.AddPacked(
            Inside($"""
                /Type /XObject /Subtype /Image /Width {page.PictureWidth} /Height {page.PictureHeight} /ColorSpace /DeviceGray /BitsPerComponent 4
                """),
            page.PackedPicture);
    }

    /// <summary>The inside of a page's dictionary.</summary>
    /// <param name="number">The number of its object; the content and the picture follow it.</param>
    /// <param name="box">Its size, as it stands in a PDF.</param>
    public static string PageOf(int number, string box) => Inside($"""
        /Type /Page /Parent {PageTree} 0 R /MediaBox {box} /Contents {number + 1} 0 R /Resources << /Font << /U {UnseenFont} 0 R {Fonts} >> /XObject << /P {number + 2} 0 R >> >>
        """);

    /// <summary>The whole file.</summary>
    /// <exception cref="InvalidOperationException">A page is missing.</exception>
    public byte[] Finish() => _bytes.Next == NumberOf(_pageCount)
        ? _bytes.Finish(Catalog)
        : throw new InvalidOperationException("a page is missing");

    /// <summary>What is written so far, and where its objects begin.</summary>
    public byte[] SoFar(out IReadOnlyList<long> places)
    {
        places = _bytes.Places;
        return _bytes.SoFar();
    }

    /// <summary>The numbers of all objects of a copy but its pictures.</summary>
    public static IEnumerable<int> AllButPictures(int pageCount) => Enumerable.Range(1, NumberOf(0) - 1)
        .Concat(Enumerable.Range(0, pageCount).SelectMany(page => new[] { NumberOf(page), NumberOf(page) + 1 }));

    /// <summary>The end of a copy whose objects begin in these places.</summary>
    public static byte[] End(IReadOnlyList<long> places, long table) => PdfBytes.End(Catalog, places, table);

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private static int NumberOf(int page) => FirstFace + Typeface.All.Count + (page * 3);

    private void AddUnseenFont()
    {
        int first = _bytes.Next;
        _bytes.Add(Inside(
            $"/Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H /DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 5} 0 R"));
        _bytes.Add(Inside($"""
            /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {first + 2} 0 R /DW {GlyphlessFont.GlyphWidth} /CIDToGIDMap {first + 4} 0 R
            """));
        _bytes.Add(Inside($"""
            /Type /FontDescriptor /FontName /Unseen /Flags 5 /FontBBox [0 -{GlyphlessFont.Descent} {GlyphlessFont.GlyphWidth} {GlyphlessFont.Ascent}] /ItalicAngle 0 /Ascent {GlyphlessFont.Ascent} /Descent -{GlyphlessFont.Descent} /CapHeight {GlyphlessFont.Ascent} /StemV 80 /FontFile2 {first + 3} 0 R
            """));
        _bytes.AddStream(Inside($"/Length1 {GlyphlessFont.Bytes.Length}"), GlyphlessFont.Bytes);
        _bytes.AddStream(string.Empty, new byte[MapLength]);
        _bytes.AddStream(string.Empty, Encoding.ASCII.GetBytes(ToUnicode.ReplaceLineEndings("\n")));
    }

    private static string Inside(FormattableString dictionary) => dictionary.ToString(CultureInfo.InvariantCulture);
}
