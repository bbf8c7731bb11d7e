using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Log;

/// <summary>Shows the newest signed head of the log, to be kept somewhere else.</summary>
internal static class ShowCheckpoint
{
    public static Verb Declare()
    {
        var output = new Option<string?>("--out")
        {
            Description = "Write the signed note into this file.",
            HelpName = "FILE",
        };
        return new Verb(
            "checkpoint",
            "Shows the signed head of the audit log; kept elsewhere, it shows later whether the past was changed.",
            "strongroom log checkpoint --out today.checkpoint") { output }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetValue(output), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string? output, CancellationToken cancellation)
    {
        JsonObject head = await errand.Api.GetAsync("log/checkpoints", cancellation);
        if (output is not null)
        {
            await File.WriteAllTextAsync(output, head.Text("note"), cancellation);
        }

        errand.Show(
            head, "size", ("entries", head.Text("size")), ("key", head.Text("key")),
            ("note", output is null ? string.Join(" | ", head.Text("note").TrimEnd('\n').Split('\n'))
                : $"in {output}"));
        return ExitCodes.Done;
    }
}
