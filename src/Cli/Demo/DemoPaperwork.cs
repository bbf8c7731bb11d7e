using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Demo;

/// <summary>Two invented letters as PDF, sent in as paperwork, so that there is something to review.</summary>
internal static class DemoPaperwork
{
    private const string Letter = "letter-4.pdf";
    private const string Statement = "statement.pdf";

    public static async Task WriteAsync(
        string folder, IReadOnlyList<DemoCustomer> customers, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, Letter), LetterTo(customers[3]), cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, Statement), StatementOf(customers[4]), cancellation);
    }

    /// <summary>Sends both in and waits until they are read.</summary>
    public static async Task SendInAsync(Connection clerk, string folder, CancellationToken cancellation)
    {
        foreach ((string name, string kind) in ((string, string)[])[(Letter, "letter"), (Statement, "statement")])
        {
            byte[] content = await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellation);
            using var form = new MultipartFormDataContent
            {
                { new StringContent("clinic"), "compartment" },
                { new StringContent(kind), "kind" },
                { new ByteArrayContent(content), "file", name },
            };
            JsonObject accepted = await clerk.SendAsync(HttpMethod.Post, "documents", form, cancellation);
            await JobLines.WaitAsync(clerk, accepted.Text("job"), cancellation);
        }
    }

    private static byte[] LetterTo(DemoCustomer customer) => new DemoPdf()
        .Set(72, 80, "Example Clinic and Shop", 18, isBold: true)
        .Set(72, 98, "12 Imaginary Street, Nowhere", 9)
        .Rule(72, 108, 523, 108)
        .SetLines(72, 150, customer.Name, "by e-mail: " + customer.Email)
        .Set(72, 220, "Your visit, and what we have on file", 13, isBold: true)
        .SetLines(
            72, 254, $"Dear {customer.Name},", string.Empty,
            "thank you for your visit. We have written down what you told us:",
            $"your social security number {customer.SocialSecurity},",
            $"and that we may call you at {customer.Phone}.", string.Empty,
            "The card 4111 1111 1111 1111 was charged, as agreed. If anything is wrong,",
            "write to billing@example.net; we answer within two days.", string.Empty,
            $"{customer.Name} asked for a copy by post. Nothing else is open.", string.Empty,
            "Yours sincerely", "Hanna Sample")
        .Write();

    private static byte[] StatementOf(DemoCustomer customer)
    {
        DemoPdf page = new DemoPdf()
            .Set(72, 80, "Example Clinic and Shop", 18, isBold: true)
            .Set(72, 98, "Statement for June", 11)
            .SetLines(72, 140, "Account of " + customer.Name, "Questions: " + customer.Email);
        (string Day, string What, string Amount)[] rows =
        [
            ("Day", "For", "Amount"), ("2 June", "Visit", "80.00"), ("9 June", $"Call to {customer.Phone}", "0.00"),
            ("16 June", $"Report for {customer.Name}", "25.00"),
            ("30 June", "Paid by card 4111 1111 1111 1111", "-105.00"),
        ];
        foreach ((int number, (string day, string what, string amount)) in rows.Index())
        {
            int top = 200 + (number * 26);
            page.Rule(72, top, 523, top)
                .Set(80, top + 18, day, 11, number == 0)
                .Set(160, top + 18, what, 11, number == 0)
                .Set(450, top + 18, amount, 11, number == 0);
        }

        int end = 200 + (rows.Length * 26);
        page.Rule(72, end, 523, end);
        foreach (int left in (int[])[72, 152, 442, 523])
        {
            page.Rule(left, 200, left, end);
        }

        return page.Set(72, end + 40, "Nothing is left to pay.").Write();
    }
}
