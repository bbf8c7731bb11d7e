using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class UnreadInkTests
{
    [Fact]
    public void Rules_shades_and_bars_are_no_unread_ink() => Assert.Empty(FindOn(static sheet =>
    {
        for (int row = 0; row < 8; row++)
        {
            sheet.Shade(72, 600 - (row * 20), 150, 20, row % 2 == 0 ? 0.85 : 0.95);
            sheet.Rule(72, 600 - (row * 20), 540, 600 - (row * 20));
            sheet.Text(80, 606 - (row * 20), "a cell", 10);
            sheet.Text(300, 606 - (row * 20), "and another one", 10);
        }

        sheet.Rule(72, 620, 72, 460);
        sheet.Rule(222.3, 620, 222.3, 460);
        sheet.Rule(540, 620, 540, 460);
        sheet.Shade(72, 300, 90, 12, 0);
        sheet.Shade(200, 200, 300, 60, 0);
        sheet.Draw("q 0.5 w 300 320 8 8 re S Q"); // a box to tick
    }));

    [Fact]
    public void A_signature_is_one_finding_that_covers_it()
    {
        Finding found = Assert.Single(FindOn(static sheet => sheet.Scrawl(100, 500)));

        Assert.Equal(FindingKinds.Unread, found.Kind);
        Assert.InRange(found.Area!.Left, 1900, 2010);
        Assert.InRange(found.Area.Right, 4590, 4720);
    }

    [Fact]
    public void A_signature_across_a_printed_name_is_found_beside_it() =>
        Assert.NotEmpty(FindOn(static sheet =>
        {
            sheet.Text(120, 503, "the clerk of the office");
            sheet.Scrawl(100, 500);
        }));

    [Fact]
    public void A_scanned_page_is_found()
    {
        Finding[] found = FindOn(static sheet =>
        {
            for (int i = 0; i < 30; i++)
            {
                sheet.Scrawl(72 + (i % 3 * 150), 640 - (i / 3 * 60));
            }
        });

        Assert.InRange(found.Sum(finding => finding.Area!.Width * (long)finding.Area.Height), 50_000_000, long.MaxValue);
    }

    [Theory]
    [InlineData(1, "quirk", "odd", "strange")] // these come out as control characters
    [InlineData(65, "g1", "g2", "g3")] // these as "ABC", whatever is drawn
    public void Letters_whose_names_mean_nothing_are_found_as_ink(int first, params string[] names)
    {
        Finding[] found = FindOn((file, sheet) =>
        {
            int glyph = file.AddStream(string.Empty, "600 0 0 0 500 700 d1 0 0 100 700 re 200 0 100 700 re 400 300 100 400 re f");
            string procedures = string.Join(' ', names.Select(name => $"/{name} {glyph} 0 R"));
            sheet.Fonts = $"""
                /T << /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar {first}
                /LastChar {first + 2} /Widths [600 600 600] /CharProcs << {procedures} >>
                /Encoding << /Type /Encoding /Differences [{first} /{string.Join(" /", names)}] >> >>
                """;
            sheet.Draw($"BT /T 11 Tf 72 500 Td <{first:X2}{first + 1:X2}{first + 2:X2}{first:X2}{first + 1:X2}> Tj ET");
        });

        Assert.Contains(found, finding => finding.Kind == FindingKinds.Unread && Covers(finding.Area!, 74, 792 - 503));
    }

    [Fact]
    public void A_name_in_an_embedded_font_without_a_map_of_its_letters_is_found_as_ink_and_not_as_other_letters()
    {
        byte[] document = Embedded(hasMap: false);

        FoundAnswer found = Desk.Find(document);

        Assert.Contains(
            found.Findings, finding => finding.Kind == FindingKinds.Unread && Covers(finding.Area!, 74, 792 - 503));
        Assert.Equal(string.Empty, Assert.Single(found.Text.Segments).Text);
    }

    [Fact]
    public void A_name_in_an_embedded_font_with_a_map_is_read() =>
        Assert.Contains("Ada", Assert.Single(Desk.Find(Embedded(hasMap: true)).Text.Segments).Text, StringComparison.Ordinal);

    /// <summary>A page that says "Ada" by the numbers of a font's glyphs.</summary>
    private static byte[] Embedded(bool hasMap)
    {
        var file = new PdfFile();
        var sheet = new PdfSheet();
        byte[] font = File.ReadAllBytes("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf");
        int program = file.AddStream($"/Length1 {font.Length}", font);
        int map = file.AddStream(string.Empty, """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            3 beginbfchar <0024> <0041> <0044> <0061> <0047> <0064> endbfchar
            endcmap CMapName currentdict /CMap defineresource pop end end
            """);
        int descriptor = file.Add($"""
            << /Type /FontDescriptor /FontName /ABCDEF+Sans /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900
            /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 {program} 0 R >>
            """);
        int inner = file.Add($"""
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Sans /DW 600 /CIDToGIDMap /Identity /FontDescriptor {descriptor} 0 R
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>
            """);
        int outer = file.Add($"""
            << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sans /Encoding /Identity-H /DescendantFonts [{inner} 0 R]
            {(hasMap ? $"/ToUnicode {map} 0 R" : string.Empty)} >>
            """);
        sheet.Fonts = $"/T {outer} 0 R";
        sheet.Draw("BT /T 11 Tf 72 500 Td <002400470044> Tj ET");
        file.AddPage(sheet);
        return file.ToBytes();
    }

    /// <summary>Whether an area covers a place, in points from the upper left corner.</summary>
    private static bool Covers(PageArea area, int x, int y)
    {
        (int left, int top) = (x * PageArea.UnitsPerPoint, y * PageArea.UnitsPerPoint);
        return area.Left <= left && left < area.Right && area.Top <= top && top < area.Bottom;
    }

    private static Finding[] FindOn(Action<PdfSheet> draw) => FindOn((_, sheet) => draw(sheet));

    private static Finding[] FindOn(Action<PdfFile, PdfSheet> draw)
    {
        var sheet = new PdfSheet();
        sheet.Text(72, 740, "Harbour Savings", 18, PdfSheet.SansBold);
        var file = new PdfFile();
        draw(file, sheet);
        file.AddPage(sheet);
        return [.. Desk.Find(file.ToBytes()).Findings];
    }
}
