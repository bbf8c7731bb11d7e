using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Documents;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Recipients;

/// <summary>Writes a list of customers for a recipient into a file: its codes, and the fields that are named.</summary>
internal static class ExportForRecipient
{
    public static Verb Declare()
    {
        Argument<string> id = RecipientLines.Id();
        var compartment = new Option<string>("--compartment")
        {
            Description = "The series or the compartment that the list is of.",
            Required = true,
        };
        var fields = new Option<string[]>("--field")
        {
            Description = "A field kind to write in plain text beside the code; may be repeated. The log says so.",
        };
        var output = new Option<string>("--out")
        {
            Description = "Where the CSV file goes; - for standard output.",
            Required = true,
            HelpName = "FILE",
        };
        return new Verb(
            "export", "Writes a list for a recipient: its own code for each customer, in an order drawn at random.",
            "strongroom recipient export recipient-0198… --compartment clinic --out list.csv")
        {
            id,
            compartment,
            fields,
            output,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(id),
            (parsed.GetRequiredValue(compartment), parsed.GetValue(fields) ?? [], parsed.GetRequiredValue(output)),
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string id, (string Compartment, IReadOnlyList<string> Fields, string Output) what,
        CancellationToken cancellation)
    {
        var request = new JsonObject
        {
            ["compartment"] = what.Compartment,
            ["fields"] = JsonReading.Array(what.Fields),
        };
        string path = RecipientLines.Path(id) + "/exports";
        JsonObject started = await errand.Api.PostAsync(path, request, cancellation);
        JsonObject job = await JobLines.WaitAsync(errand.Api, started.Text("id"), cancellation);
        if (job.Text("state") is not "done")
        {
            JobLines.Show(errand, job);
            return ExitCodes.Failed;
        }

        byte[] file = await errand.Api.DownloadAsync($"{path}/{job.Text("id")}/file", cancellation);
        await DocumentLines.WriteAsync(what.Output, file, cancellation);
        if (what.Output is not "-")
        {
            errand.Show(job, "id", ("job", job.Text("id")), ("customers", job.Text("done")), ("file", what.Output));
        }

        return ExitCodes.Done;
    }
}
