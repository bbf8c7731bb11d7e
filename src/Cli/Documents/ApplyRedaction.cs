using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Jobs;

namespace Strongroom.Cli.Documents;

/// <summary>Has a redacted copy made and proved; a copy whose proof fails is kept back.</summary>
internal static class ApplyRedaction
{
    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        var acceptAll = new Option<bool>("--accept-all")
        {
            Description = "Black out everything that nobody has decided on.",
        };
        return new Verb(
            "apply", "Makes a redacted copy and proves it; exit code 5 when the proof fails.",
            "strongroom document apply document-0198… --accept-all")
        {
            id,
            acceptAll,
        }.Asks((parsed, errand, cancellation) =>
            RunAsync(errand, parsed.GetRequiredValue(id), parsed.GetValue(acceptAll), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, bool isAllAccepted, CancellationToken cancellation)
    {
        string path = DocumentLines.Path(id);
        JsonObject accepted = await errand.Api.PostAsync(
            path + "/copies", new JsonObject { ["acceptAll"] = isAllAccepted }, cancellation);
        await JobLines.WaitAsync(errand.Api, accepted.Text("job"), cancellation);
        JsonObject document = await errand.Api.GetAsync(path, cancellation);
        JsonObject copy =
            DocumentLines.Copies(document).OfType<JsonObject>().First(one => one.Text("id") == accepted.Text("copy"));
        errand.Show(
            copy, "id", ("copy", copy.Text("id")), ("state", copy.Text("state")),
            ("problem", copy["problem"].Text("sentence")),
            ("places", copy.Text("places")), ("sha-256", copy.Text("sha256")));
        return DocumentLines.IsProved(copy) ? ExitCodes.Done : ExitCodes.VerificationFailed;
    }
}
