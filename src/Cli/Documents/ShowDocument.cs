using System.CommandLine;

namespace Strongroom.Cli.Documents;

/// <summary>Shows how far a document is.</summary>
internal static class ShowDocument
{
    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        return new Verb("show", "Shows how far a document is; nothing of what it says.",
            "strongroom document show document-0198…") { id }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(id), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, CancellationToken cancellation)
    {
        DocumentLines.Show(errand, await errand.Api.GetAsync(DocumentLines.Path(id), cancellation));
        return ExitCodes.Done;
    }
}
