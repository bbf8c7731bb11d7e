using System.Globalization;
using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

/// <summary>Bland, Iyer, Levchenko (PETS 2023): the width of what is gone must not be told by where anything else stands.</summary>
public sealed class ShapeTests
{
    private static readonly CustomerCode Code = CustomerCode.New();

    private static readonly string[] Names =
        ["Li Ng-Bo", "Ada Example", "Jean-Luc O'Placeholder", "Wilhelmina Imaginarios-Whittlesham", "Zoë Ficción"];

    public static TheoryData<string> Places =>
        ["left", "right", "middle", "cell", "words after", "words around", "line under", "shade", "column", "all"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Names_of_different_length_leave_the_same_bytes(string place)
    {
        var copies = new List<byte[]>();
        foreach (string name in Names)
        {
            int blank = name.IndexOf(' ', StringComparison.Ordinal);
            var customer = new InventedCustomer(Code, name[..blank], name[(blank + 1)..], 7);
            using var desk = new Desk(customer);
            copies.Add((await desk.RedactAsync(Page(place, name))).Copy.ToArray());
        }

        Assert.All(copies, copy => Assert.True(copy.AsSpan().SequenceEqual(copies[0]), "a copy tells how long the name was"));
    }

    private static byte[] Page(string place, string name)
    {
        var sheet = new PdfSheet();
        sheet.Text(72, 740, "Harbour Savings", 18, PdfSheet.SansBold);
        sheet.TextToRight(540, 740, "Customer office", 9);
        sheet.Paragraph(72, 300, 468, "What follows is the same in each letter, and so are its places on the page. "
            + "It stands here so that lines have neighbours, as they have in letters.", face: PdfSheet.Serif);
        sheet.TextInMiddle(306, 60, "Harbour Savings, Pier 4", 9);
        Draw(sheet, place, name);
        var file = new PdfFile();
        file.AddPage(sheet);
        return file.ToBytes();
    }

    private static void Draw(PdfSheet sheet, string place, string name)
    {
        bool isAll = place == "all";
        if (isAll || place == "left")
        {
            sheet.Text(72, 700, name);
        }

        if (isAll || place == "right")
        {
            sheet.TextToRight(540, 700, name, 9);
        }

        if (isAll || place == "middle")
        {
            sheet.TextInMiddle(306, 72, name, 9);
        }

        if (isAll || place == "words after")
        {
            sheet.Text(72, 650, $"{name} is a customer of ours.", face: PdfSheet.Serif);
        }

        if (isAll || place == "words around")
        {
            sheet.Text(72, 620, $"We thank {name} for the visit.", face: PdfSheet.Serif);
        }

        if (isAll || place == "line under")
        {
            sheet.Text(72, 590, name, 12);
            sheet.Rule(72, 588, 72 + PdfSheet.WidthOf(name, 12, PdfSheet.Sans), 588);
        }

        DrawTable(sheet, place, name);
    }

    private static void DrawTable(PdfSheet sheet, string place, string name)
    {
        bool isAll = place == "all";
        if (isAll || place == "shade")
        {
            sheet.Shade(72, 550, 468, 20, 0.85);
            sheet.Text(78, 556, name, 10);
            sheet.TextToRight(534, 556, "open", 10);
        }

        if (isAll || place == "cell")
        {
            sheet.Rule(72, 530, 540, 530);
            sheet.Rule(72, 510, 540, 510);
            sheet.Rule(300, 530, 300, 510);
            sheet.Text(78, 516, name, 10);
            sheet.Text(306, 516, "holder of the account", 10);
        }

        for (int row = 0; row < 4 && (isAll || place == "column"); row++)
        {
            string number = row.ToString(CultureInfo.InvariantCulture);
            sheet.Text(78, 480 - (row * 16), $"Row {number}", 10);
            sheet.Text(140, 480 - (row * 16), name, 10);
            sheet.TextToRight(534, 480 - (row * 16), "12.00", 10);
        }
    }
}
