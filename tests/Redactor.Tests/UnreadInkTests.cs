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

    private static Finding[] FindOn(Action<PdfSheet> draw)
    {
        var sheet = new PdfSheet();
        sheet.Text(72, 740, "Harbour Savings", 18, PdfSheet.SansBold);
        draw(sheet);
        var file = new PdfFile();
        file.AddPage(sheet);
        return [.. Desk.Find(file.ToBytes()).Findings];
    }
}
