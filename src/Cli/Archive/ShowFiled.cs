using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Documents;

namespace Strongroom.Cli.Archive;

/// <summary>Shows what is filed, or writes it or its proof into a file.</summary>
internal static class ShowFiled
{
    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        var output = new Option<string?>("--out")
        {
            Description = "Write the filed copy into this file; - for standard output.",
            HelpName = "FILE",
        };
        var proof = new Option<bool>("--proof") { Description = "With --out: the proof instead." };
        return new Verb(
            "show", "Shows what is filed of a document.", "strongroom archive show document-0198… --out copy.pdf")
        {
            id,
            output,
            proof,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(id), parsed.GetValue(output),
            parsed.GetValue(proof) ? "/proof" : "/content", cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string id, string? output, string part, CancellationToken cancellation)
    {
        string path = "archive/" + Uri.EscapeDataString(id);
        if (output is not null)
        {
            await DocumentLines.WriteAsync(
                output, await errand.Api.DownloadAsync(path + part, cancellation), cancellation);
        }
        else
        {
            Show(errand, await errand.Api.GetAsync(path, cancellation));
        }

        return ExitCodes.Done;
    }

    public static void Show(Errand errand, JsonObject filed) => errand.Show(
        filed, "document",
        ("document", filed.Text("document")),
        ("compartment", filed.Text("compartment")),
        ("customer", filed.Text("customer")),
        ("kind", filed.Text("kind")),
        ("filed", filed.Text("filedAt")),
        ("length", filed.Text("length")),
        ("sha-256", filed.Text("sha256")));
}
