using System.CommandLine;

namespace Strongroom.Cli.Documents;

/// <summary>Writes a redacted copy, its proof, or the original into a file.</summary>
internal static class ExportDocument
{
    public static Verb Declare()
    {
        Argument<string> id = DocumentLines.Id();
        Option<string?> copy = DocumentLines.Copy();
        var output = new Option<string>("--out")
        {
            Description = "Where it goes; - for standard output.",
            Required = true,
            HelpName = "FILE",
        };
        var proof = new Option<bool>("--proof") { Description = "The proof of the copy." };
        var original = new Option<bool>("--original")
        {
            Description = "The original, not blacked out; the log says that you took it.",
        };
        return new Verb(
            "export", "Writes a proved copy into a file.", "strongroom document export document-0198… --out copy.pdf")
        {
            id,
            copy,
            output,
            proof,
            original,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(id), parsed.GetRequiredValue(output),
            () => PartAsync(parsed, errand, (id, copy, proof, original), cancellation),
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string id, string output, Func<Task<string>> what, CancellationToken cancellation)
    {
        byte[] bytes = await errand.Api.DownloadAsync(DocumentLines.Path(id) + await what(), cancellation);
        await DocumentLines.WriteAsync(output, bytes, cancellation);
        Terminal.Note($"{bytes.Length} bytes written");
        return ExitCodes.Done;
    }

    private static async Task<string> PartAsync(
        ParseResult parsed,
        Errand errand,
        (Argument<string> Id, Option<string?> Copy, Option<bool> Proof, Option<bool> Original) words,
        CancellationToken cancellation)
    {
        if (parsed.GetValue(words.Original))
        {
            return "/original";
        }

        string copy = await DocumentLines.CopyIdAsync(
            errand.Api, parsed.GetRequiredValue(words.Id), parsed.GetValue(words.Copy), cancellation);
        return $"/copies/{copy}" + (parsed.GetValue(words.Proof) ? "/proof" : string.Empty);
    }
}
