using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Agreements;

/// <summary>Shows the receipt of a signature.</summary>
internal static class ShowReceipt
{
    public static Verb Declare()
    {
        var agreement = new Argument<string>("AGREEMENT")
        {
            Description = "The agreement's id; \"current\" for the current one.",
        };
        var receipt = new Argument<long>("NUMBER") { Description = "The receipt's number." };
        return new Verb("receipt", "Shows the receipt of a signature.",
            "strongroom agreement receipt current 1") { agreement, receipt }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetRequiredValue(agreement), parsed.GetValue(receipt), cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string agreement, long receipt, CancellationToken cancellation)
    {
        string id = await ListAgreements.IdAsync(errand.Api, agreement, cancellation);
        string path = string.Create(CultureInfo.InvariantCulture, $"agreements/{id}/signatures/{receipt}");
        Show(errand, await errand.Api.GetAsync(path, cancellation));
        return ExitCodes.Done;
    }

    public static void Show(Errand errand, JsonObject receipt) => errand.Show(
        receipt, "receipt", ("receipt", receipt.Text("receipt")), ("agreement", receipt.Text("agreement")),
        ("version", receipt.Text("version")),
        ("name", receipt.Text("name")), ("signed at", receipt.Text("signedAt")), ("hash", receipt.Text("hash")),
        ("log entry", receipt.Text("entry")));
}
