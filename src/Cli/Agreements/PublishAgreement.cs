using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Agreements;

/// <summary>Publishes a new version of the agreement; whoever has not signed it stands before a shut door.</summary>
internal static class PublishAgreement
{
    public static Verb Declare()
    {
        var file = new Option<string>("--from-file")
        {
            Description = "The text, Markdown; - for standard input.",
            Required = true,
            HelpName = "FILE",
        };
        return new Verb(
            "publish", "Publishes a new version of the agreement; everybody has to sign it.",
            "strongroom agreement publish --from-file agreement.md --yes") { file }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(file), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string file, CancellationToken cancellation)
    {
        string text = file is "-" ? await Terminal.ReadAllAsync(cancellation)
            : await File.ReadAllTextAsync(file, cancellation);
        errand.Confirm("publish this version? Nobody sees a customer before signing it");
        JsonObject published =
            await errand.Api.PostAsync("agreements", new JsonObject { ["text"] = text }, cancellation);
        errand.Show(
            published, "id", ("id", published.Text("id")), ("version", published.Text("version")),
            ("sha-256", published.Text("textSha256")));
        return ExitCodes.Done;
    }
}
