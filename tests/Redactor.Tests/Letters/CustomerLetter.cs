namespace Strongroom.Redactor.Tests.Letters;

/// <summary>
/// A letter of three pages to a customer: letterhead, salutation, table, the name in the head of every page, broken over
/// lines, hyphenated, with an apostrophe, in an e-mail address, in kerned and in underlined runs; the last page lies on its side.
/// </summary>
internal static class CustomerLetter
{
    private const double Left = 72;
    private const double Right = 540;

    public static byte[] Write(InventedCustomer customer)
    {
        var file = new PdfFile();
        file.Trailer = $"/Info {file.Add($"<< /Title (Letter to {Plain(customer)}) /Author (Harbour Clerk) /CreationDate (D:20260101) >>")} 0 R";
        WritePages(file, customer);
        return file.ToBytes();
    }

    /// <summary>Adds the pages of a letter to a file.</summary>
    public static void WritePages(PdfFile file, InventedCustomer customer)
    {
        file.AddPage(First(customer));
        file.AddPage(Second(customer));
        file.AddPage(Third(customer));
    }

    private static string Plain(InventedCustomer customer) => string.Concat(customer.Name.Where(char.IsAscii));

    private static PdfSheet First(InventedCustomer customer)
    {
        var sheet = new PdfSheet();
        sheet.Text(Left, 740, "Harbour Savings", 18, PdfSheet.SansBold);
        sheet.TextToRight(Right, 740, "Customer office", 9);
        sheet.Rule(Left, 732, Right, 732);
        sheet.Text(Left, 700, customer.Name);
        sheet.Text(Left, 686, "by post");
        sheet.TextToRight(Right, 700, customer.Name, 9, PdfSheet.Serif);
        sheet.TextToRight(Right, 688, "page one", 9, PdfSheet.Serif);
        sheet.Text(Left, 640, $"Dear {customer.Name},");
        double y = sheet.Paragraph(Left, 610, Right - Left, $"""
            thank you for your visit. We have gone through the papers that {customer.Name} left with us on the counter and we
            confirm that all of them are in order. This is {customer.Name}'s copy of what was agreed, and it goes to
            {customer.Email} as well. If {customer.Given} {customer.Family} has moved since, please call us.
            """.ReplaceLineEndings(" "), face: PdfSheet.Serif);
        int half = customer.Family.Length / 2;
        sheet.Text(Left, y - 10, $"The clerk at the counter has spoken with {customer.Given} {customer.Family[..half]}-", face: PdfSheet.Serif);
        sheet.Text(Left, y - 24, $"{customer.Family[half..]} about the fees of this year and of the next one.", face: PdfSheet.Serif);
        sheet.Text(Left, y - 52, $"For further questions our line is open on all days, and {customer.Given}");
        sheet.Text(Left, y - 66, $"{customer.Family} may give the card {customer.Card} as a reference.");
        sheet.Kerned(Left, y - 94, $"Set with care for {customer.Name} and for nobody else.", 12, PdfSheet.Serif);
        sheet.TextInMiddle(306, 60, customer.Name, 9);
        sheet.TextInMiddle(306, 48, "Harbour Savings, Pier 4", 9);
        return sheet;
    }

    private static PdfSheet Second(InventedCustomer customer)
    {
        PdfSheet sheet = Headed(new PdfSheet(), customer, 540, 750);
        (string Heading, string Value)[] rows =
        [
            ("Name", customer.Name), ("SSN", customer.Ssn), ("Phone", customer.Phone), ("Account number", customer.Account),
            ("Card", customer.Card), ("E-mail", customer.Email),
        ];
        double y = 690;
        foreach ((string heading, string value) in rows)
        {
            sheet.Shade(Left, y - 6, 150, 20, 0.9);
            sheet.Text(Left + 6, y, heading, 10, PdfSheet.SansBold);
            sheet.Text(Left + 160, y, value, 10);
            sheet.TextToRight(Right - 6, y, "checked", 10);
            sheet.Rule(Left, y - 6, Right, y - 6);
            y -= 20;
        }

        sheet.Rule(Left + 150, 704, Left + 150, y + 14);
        sheet.Text(Left, 500, customer.Name.ToUpperInvariant(), 14, PdfSheet.SansBold);
        sheet.Rule(Left, 497, Left + PdfSheet.WidthOf(customer.Name.ToUpperInvariant(), 14, PdfSheet.SansBold), 497);
        sheet.Text(Left, 470, $"{customer.Family}, {customer.Given}", face: PdfSheet.Fixed);
        sheet.Text(Left, 456, "is the holder of this account and of no other.", face: PdfSheet.Fixed);
        return sheet;
    }

    private static PdfSheet Third(InventedCustomer customer)
    {
        PdfSheet sheet = Headed(new PdfSheet(90), customer, 720, 560);
        sheet.Text(Left, 480, $"This page lies on its side, as {customer.Name} asked us to print it.");
        sheet.Text(Left, 440, $"Account {customer.Account}, telephone {customer.Phone}, number {customer.Ssn}.");
        sheet.Text(Left, 400, "Yours sincerely,");
        sheet.Text(Left, 360, "the clerk of Harbour Savings");
        return sheet;
    }

    private static PdfSheet Headed(PdfSheet sheet, InventedCustomer customer, double right, double y)
    {
        sheet.Text(Left, y, "Harbour Savings", 9);
        sheet.TextToRight(right, y, customer.Name, 9);
        sheet.Rule(Left, y - 5, right, y - 5);
        return sheet;
    }
}
