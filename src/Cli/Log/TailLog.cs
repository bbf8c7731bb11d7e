using System.CommandLine;
using System.Globalization;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Log;

/// <summary>Shows entries of the audit log, the last ones by default.</summary>
internal static class TailLog
{
    public static Verb Declare()
    {
        var from = new Option<long?>("--from") { Description = "The number of the first entry.", HelpName = "N" };
        var limit = new Option<int?>("--limit") { Description = "How many at most, up to 200.", HelpName = "N" };
        return new Verb(
            "tail", "Shows the last entries of the audit log.", "strongroom log tail --limit 20") { from, limit }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetValue(from), parsed.GetValue(limit), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, long? from, int? limit, CancellationToken cancellation)
    {
        string query = Paging.Make(
            ("from", from?.ToString(CultureInfo.InvariantCulture)),
            ("limit", limit?.ToString(CultureInfo.InvariantCulture)));
        errand.ShowList(
            await errand.Api.GetAsync("log/entries" + query, cancellation),
            ("entry", "sequence"), ("time", "time"), ("act", "act"), ("result", "result"), ("actor", "actor"),
            ("compartment", "compartment"),
            ("object", "object"));
        return ExitCodes.Done;
    }
}
