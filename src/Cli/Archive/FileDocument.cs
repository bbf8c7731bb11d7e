using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Documents;

namespace Strongroom.Cli.Archive;

/// <summary>Files a proved copy.</summary>
internal static class FileDocument
{
    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        Option<string?> copy = DocumentLines.Copy();
        return new Verb("file", "Files a proved copy; nothing else gets into the archive.",
            "strongroom archive file document-0198…") { id, copy }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetRequiredValue(id), parsed.GetValue(copy), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, string? copy, CancellationToken cancellation)
    {
        var request = new JsonObject
        {
            ["document"] = id,
            ["copy"] = await DocumentLines.CopyIdAsync(errand.Api, id, copy, cancellation),
        };
        ShowFiled.Show(errand, await errand.Api.PostAsync("archive", request, cancellation));
        return ExitCodes.Done;
    }
}
