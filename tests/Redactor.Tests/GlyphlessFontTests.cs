using Strongroom.Redactor.Pdf;
using Strongroom.Redactor.Tests.Letters;

namespace Strongroom.Redactor.Tests;

public sealed class GlyphlessFontTests
{
    [Fact]
    public void Another_program_takes_it_for_a_font_of_the_size_it_says()
    {
        using var folder = new WorkFolder();
        string file = folder.Write("unseen.ttf", GlyphlessFont.Bytes);

        string scan = ForeignReaders.Run("fc-scan", file);

        Assert.Contains("fontformat: \"TrueType\"", scan, StringComparison.Ordinal);
        Assert.Equal(0, GlyphlessFont.Bytes.Length % 4);
    }

    [Fact]
    public void Nothing_of_it_is_drawn()
    {
        var sheet = new PdfSheet { Width = 200, Height = 50 };
        var file = new PdfFile();
        int program = file.AddStream($"/Length1 {GlyphlessFont.Bytes.Length}", GlyphlessFont.Bytes);
        int descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /U /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 "
            + $"/Descent -200 /CapHeight 800 /StemV 80 /FontFile2 {program} 0 R >>");
        int font = file.Add(
            $"<< /Type /Font /Subtype /TrueType /BaseFont /U /FirstChar 65 /LastChar 65 /Widths [500] /FontDescriptor {descriptor} 0 R >>");
        sheet.Fonts = $"/U {font} 0 R";
        sheet.Draw("BT /U 20 Tf 20 20 Td (AAAA) Tj ET");
        file.AddPage(sheet);
        using var folder = new WorkFolder();

        byte[] picture = ForeignReaders.RunForBytes(
            "mutool", out int code, "draw", "-q", "-F", "pgm", "-o", "-", folder.Write("unseen.pdf", file.ToBytes()));

        Assert.Equal(0, code);
        Assert.All(picture[^(200 * 50)..], pixel => Assert.Equal(255, pixel));
    }
}
