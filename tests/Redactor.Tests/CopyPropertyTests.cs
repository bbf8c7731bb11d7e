using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class CopyPropertyTests
{
    private static readonly InventedCustomer Customer = InventedCustomer.Fifty[15];

    [Fact]
    public async Task The_same_letter_gives_the_same_bytes()
    {
        using var desk = new Desk(Customer);
        byte[] letter = CustomerLetter.Write(Customer);

        RedactedAnswer first = await desk.RedactAsync(letter);
        RedactedAnswer second = await desk.RedactAsync(letter);

        Assert.True(first.Copy.Span.SequenceEqual(second.Copy.Span));
    }

    [Fact]
    public async Task A_copy_redacted_again_loses_nothing()
    {
        using var desk = new Desk(Customer);
        RedactedAnswer first = await desk.RedactAsync(CustomerLetter.Write(Customer));

        RedactedAnswer second = await desk.RedactAsync(first.Copy.ToArray());

        Assert.Empty(second.Proof.Removed.Select(removed => $"{removed.Kind} {removed.Place} {removed.Label}"));
        Assert.Equal(Words(first.Text), Words(second.Text));
    }

    [Fact]
    public async Task Words_that_stay_stand_within_a_point_of_where_they_are_drawn()
    {
        using var desk = new Desk(Customer);
        byte[] letter = CustomerLetter.Write(Customer);
        RedactedAnswer copy = await desk.RedactAsync(letter);
        DocumentText source = Desk.Find(letter).Text;

        for (int page = 0; page < source.Pages.Count; page++)
        {
            List<(string Word, PageArea Area)> drawn = Placed(source, page);
            foreach ((string word, PageArea area) in Placed(copy.Text, page).Where(one => one.Word is "Harbour" or "Savings" or "checked" or "sincerely,"))
            {
                string near = string.Join("; ", drawn.Where(one => one.Word == word).Select(one => one.Area));
                Assert.True(drawn.Exists(one => one.Word == word && IsNear(one.Area, area)), $"{word}: {area}, not {near}");
            }
        }
    }

    [Fact]
    public async Task A_picture_and_a_signature_are_found_and_blacked_out()
    {
        var sheet = new PdfSheet();
        sheet.Text(72, 700, "A letter about an account of ours.");
        sheet.Scrawl(100, 500);
        var file = new PdfFile();
        int picture = file.AddStream(
            "/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8",
            [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)(((i * 31) ^ (i / 64 * 17)) & 255))]);
        sheet.Resources = $"/XObject << /I {picture} 0 R >>";
        sheet.Draw("q 120 0 0 120 300 200 cm /I Do Q");
        file.AddPage(sheet);
        byte[] letter = file.ToBytes();
        using var desk = new Desk(Customer);

        Finding[] found = [.. Desk.Find(letter).Findings.OrderBy(finding => finding.Area?.Top)];
        RedactedAnswer copy = await desk.RedactAsync(letter);

        Assert.Equal([FindingKinds.Unread, FindingKinds.Unread], found.Select(finding => finding.Kind));
        AssertCovers(found[0].Area!, new PageArea(2000, 5000, 4600, 6300));
        AssertCovers(found[1].Area!, new PageArea(6000, 9440, 8400, 11840));
        Assert.DoesNotContain(Desk.Find(copy.Copy.ToArray()).Findings, finding => finding.Kind == FindingKinds.Unread);
        Assert.Equal(2, copy.Text.Segments[0].Text.Split("[unread]").Length - 1);
    }

    private static void AssertCovers(PageArea area, PageArea ink) => Assert.True(
        area.Left <= ink.Left + 40 && area.Right >= ink.Right - 40 && area.Bottom >= ink.Top && area.Top <= ink.Bottom,
        area.ToString());

    private static bool IsNear(PageArea one, PageArea other) => Math.Abs(one.Left - other.Left) <= 20
        && Math.Abs(one.Top - other.Top) <= 20 && Math.Abs(one.Right - other.Right) <= 20
        && Math.Abs(one.Bottom - other.Bottom) <= 20;

    private static List<(string Word, PageArea Area)> Placed(DocumentText text, int page) =>
        [.. text.Pages[page].Words.Select(word => (text.Segments[page].Text[word.Start..word.End], word.Area))];

    private static string[] Words(DocumentText text) => [.. text.Segments.SelectMany(
        segment => segment.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))];
}
