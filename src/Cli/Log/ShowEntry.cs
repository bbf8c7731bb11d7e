using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Log;

/// <summary>Shows one entry, or its receipt: a proof that stands alone.</summary>
internal static class ShowEntry
{
    public static Verb Declare()
    {
        var entry = new Argument<long>("ENTRY") { Description = "The entry's number." };
        var proof = new Option<bool>("--proof") { Description = "Print the receipt (C2SP tlog-proof) instead." };
        return new Verb(
            "show", "Shows one entry of the audit log.", "strongroom log show 1234 --proof") { entry, proof }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetValue(entry), parsed.GetValue(proof), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, long entry, bool isProof, CancellationToken cancellation)
    {
        string number = entry.ToString(CultureInfo.InvariantCulture);
        if (isProof)
        {
            Terminal.Print(Encoding.UTF8.GetString(
                await errand.Api.DownloadAsync("log/proofs/" + number, cancellation)).TrimEnd('\n'));
            return ExitCodes.Done;
        }

        JsonObject page =
            await errand.Api.GetAsync("log/entries" + Paging.Make(("from", number), ("limit", "1")), cancellation);
        JsonObject found =
            (page["items"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => one.Text("sequence") == number)
            ?? throw new StoppedException(
                ExitCodes.NotFound, "the log has no such entry", $"it has {page.Text("size")}, counted from 0");
        errand.Show(
            found, "sequence", ("entry", number), ("time", found.Text("time")), ("act", found.Text("act")),
            ("result", found.Text("result")),
            ("actor", found.Text("actor")), ("compartment", found.Text("compartment")),
            ("object", found.Text("object")), ("body", found.Text("body")));
        return ExitCodes.Done;
    }
}
