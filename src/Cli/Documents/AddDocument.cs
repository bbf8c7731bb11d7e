using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Documents;

/// <summary>Takes a document in and waits until it is read.</summary>
internal static class AddDocument
{
    public static Verb Declare()
    {
        var file = new Argument<string>("FILE") { Description = "The document: .pdf, .txt or .csv." };
        var customer = new Option<string?>("--customer")
        {
            Description = "The code of the customer whose it is.",
            HelpName = "CODE",
        };
        var compartment = new Option<string?>("--compartment")
        {
            Description = "The compartment, for paperwork of no one customer.",
            HelpName = "NAME",
        };
        var kind = new Option<string?>("--kind") { Description = "What sort of paperwork, such as letter." };
        return new Verb(
            "add", "Takes a document in: seals it, reads it, finds what should be blacked out.",
            "strongroom document add letter.pdf --customer 7Q4M-2KTD-9RWX-JV --kind letter")
        {
            file,
            customer,
            compartment,
            kind,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(file),
            [("customer", parsed.GetValue(customer)), ("compartment", parsed.GetValue(compartment)),
                ("kind", parsed.GetValue(kind))],
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string file, IReadOnlyList<(string Name, string? Value)> parts, CancellationToken cancellation)
    {
        await using FileStream stream = File.OpenRead(file);
        using var form = new MultipartFormDataContent();
        foreach ((string name, string? value) in parts)
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }
        }

        form.Add(new StreamContent(stream), "file", Path.GetFileName(file));
        JsonObject accepted = await errand.Api.SendAsync(HttpMethod.Post, "documents", form, cancellation);
        await JobLines.WaitAsync(errand.Api, accepted.Text("job"), cancellation);
        JsonObject document = await errand.Api.GetAsync(DocumentLines.Path(accepted.Text("document")), cancellation);
        DocumentLines.Show(errand, document);
        return document.Text("state") is "failed" ? ExitCodes.DocumentRefused : ExitCodes.Done;
    }
}
