using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Imports;

/// <summary>Undoes an import: its customers go into the trash, but for those whom somebody has changed since.</summary>
internal static class UndoImport
{
    public static Verb Declare()
    {
        var id = new Argument<string>("IMPORT") { Description = "The import's id: that of its job." };
        return new Verb(
            "undo", "Undoes an import within 7 days; whom somebody has changed since stays.",
            "strongroom import undo job-0198…") { id }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(id), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, CancellationToken cancellation)
    {
        JsonObject asked = await errand.Api.PostAsync(
            $"imports/{Uri.EscapeDataString(id)}/undoings", null, cancellation);
        JsonObject job = await JobLines.WaitAsync(errand.Api, asked.Text("id"), cancellation);
        errand.Show(
            job, "id", ("job", job.Text("id")), ("state", job.Text("state")), ("outcome", job.Text("outcome")),
            ("customers", job.Text("done")), ("of these stay", job.Text("failed")));
        return job.Text("state") is "done" ? ExitCodes.Done : ExitCodes.Failed;
    }
}
