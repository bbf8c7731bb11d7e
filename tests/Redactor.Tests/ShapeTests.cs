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
        ["Li Ng-Bo", "Ada Example", "Jean-Luc O'Placeholder", "Wilhelmina Imaginarios-Whittlesham", "Zoë Ficción", "Øyvind Ångström"];

    /// <summary>Where a name stands, and what draws it there.</summary>
    private static readonly Dictionary<string, Action<PdfSheet, string>> Drawn = new()
    {
        ["left"] = (sheet, name) => sheet.Text(72, 700, name),
        ["right"] = (sheet, name) => sheet.TextToRight(540, 700, name, 9),
        ["right and alone"] = (sheet, name) => sheet.TextToRight(500, 400, name, 9),
        ["marks on capitals"] = (sheet, name) => sheet.Text(72, 674, name.ToUpperInvariant(), face: PdfSheet.Fixed),
        ["middle"] = (sheet, name) => sheet.TextInMiddle(306, 72, name, 9),
        ["words after"] = (sheet, name) => sheet.Text(72, 650, $"{name} is a customer of ours.", face: PdfSheet.Serif),
        ["words around"] = (sheet, name) => sheet.Text(72, 620, $"We thank {name} for the visit.", face: PdfSheet.Serif),
        ["possessive"] = (sheet, name) => sheet.Text(72, 605, $"This is {name}'s own copy.", face: PdfSheet.Fixed),
        ["line under"] = (sheet, name) =>
        {
            sheet.Text(72, 580, name, 12);
            sheet.Rule(72, 578, 72 + PdfSheet.WidthOf(name, 12, PdfSheet.Sans), 578);
        },
        ["shade"] = (sheet, name) =>
        {
            sheet.Shade(72, 550, 468, 20, 0.85);
            sheet.Text(78, 556, name, 10);
            sheet.TextToRight(534, 556, "open", 10);
        },
        ["cell"] = (sheet, name) =>
        {
            sheet.Rule(72, 530, 540, 530);
            sheet.Rule(72, 510, 540, 510);
            sheet.Rule(300, 530, 300, 510);
            sheet.Text(78, 516, name, 10);
            sheet.Text(306, 516, "holder of the account", 10);
        },
        ["column"] = (sheet, name) =>
        {
            for (int row = 0; row < 4; row++)
            {
                sheet.Text(78, 480 - (row * 16), "Row " + row.ToString(CultureInfo.InvariantCulture), 10);
                sheet.Text(140, 480 - (row * 16), name, 10);
                sheet.TextToRight(534, 480 - (row * 16), "12.00", 10);
            }
        },
    };

    public static TheoryData<string> Places => [.. Drawn.Keys, "all"];

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
        foreach (string one in Drawn.Keys.Where(one => place == "all" || place == one))
        {
            Drawn[one](sheet, name);
        }

        var file = new PdfFile();
        file.AddPage(sheet);
        return file.ToBytes();
    }
}
