using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Erases a customer for ever and prints the certificate.</summary>
internal static class EraseCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        var reason = new Option<string>("--reason")
        {
            Description = "Why: asked, kept-long-enough or mistake.",
            Required = true,
        };
        return new Verb("erase", "Erases a customer for ever: the key is destroyed. Asks for a step-up first.",
            "strongroom customer erase 7Q4M-2KTD-9RWX-JV --reason asked --yes") { code, reason }
            .Asks((parsed, errand, cancellation) => RunAsync(
                errand, parsed.GetRequiredValue(code), parsed.GetRequiredValue(reason), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string code, string reason, CancellationToken cancellation)
    {
        string path = CustomerFields.Path(code) + "/erasures";
        errand.Confirm($"erase {code} for ever? This cannot be taken back.");
        JsonObject certificate = await errand.Api.PostAsync(path, new JsonObject { ["reason"] = reason }, cancellation);
        errand.Show(
            certificate, "code", ("erased", certificate.Text("code")), ("at", certificate.Text("erasedAt")),
            ("keys destroyed", $"customer, epoch {certificate.Text("customerKeyEpoch")}; compartment, generation "
                + certificate.Text("compartmentKeyGeneration")),
            ("gone from backups by", certificate.Text("unreadableInBackupsFrom")),
            ("log entry", certificate.Text("entry")), ("signature", certificate.Text("signature")));
        return ExitCodes.Done;
    }
}
