using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Imports;

/// <summary><c>import check</c> looks, <c>import run</c> does; both take the same words and show the same
/// report.</summary>
internal static class ImportVerbs
{
    private const int MostFaults = 20;

    public static Verb Check() => Declare(
        "check", "Reads a CSV file and says what an import of it would do; registers nobody.",
        "strongroom import check customers.csv --compartment clinic", isDryRun: true);

    public static Verb Run() => Declare(
        "run", "Imports customers from a CSV file; rows that do not fit are named and left out.",
        "strongroom import run customers.csv --compartment clinic", isDryRun: false);

    public static async Task<int> RunAsync(
        Errand errand, (string Compartment, string File, string? Mapping) what, bool isDryRun,
        CancellationToken cancellation)
    {
        JsonObject? mapping = what.Mapping is null ? null : await JsonReading.ReadFileAsync(what.Mapping, cancellation);
        JsonObject import =
            await SendImport.RunAsync(errand.Api, what.Compartment, what.File, isDryRun, mapping, cancellation);
        JsonNode? job = import["job"];
        JsonNode? report = import["report"];
        errand.Show(
            import, "job", ("job", job.Text("id")), ("state", job.Text("state")), ("outcome", job.Text("outcome")),
            ("rows", report.Text("rows")),
            ("fit", report.Text("good")), ("do not fit", report.Text("bad")), ("columns", report.Text("mapping")));
        if (!errand.IsJson && report?["faults"] is JsonArray { Count: > 0 } faults)
        {
            Terminal.Complain(Sheet.Write(
                ["row", "field", "what it should be"],
                [.. faults.Take(MostFaults).Select(
                    fault => new[] { fault.Text("row"), fault.Text("field"), fault.Text("sentence") })]));
        }

        return job.Text("state") is "done" && report.Text("bad") is "0" ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Verb Declare(string name, string description, string example, bool isDryRun)
    {
        var file = new Argument<string>("FILE") { Description = "The CSV file; its first row names the columns." };
        var compartment = new Option<string>("--compartment")
        {
            Description = "The series that takes the customers in.",
            Required = true,
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "JSON file: field kind by column; guessed without it.",
            HelpName = "FILE",
        };
        return new Verb(name, description, example) { file, compartment, mapping }.Asks(
            (parsed, errand, cancellation) => RunAsync(
            errand, (parsed.GetRequiredValue(compartment), parsed.GetRequiredValue(file), parsed.GetValue(mapping)),
            isDryRun, cancellation));
    }
}
