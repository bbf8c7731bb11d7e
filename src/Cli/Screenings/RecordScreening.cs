using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Staff;

namespace Strongroom.Cli.Screenings;

/// <summary>Puts a screening on record.</summary>
internal static class RecordScreening
{
    public static Verb Declare()
    {
        Argument<string> who = StaffLines.Who();
        var until = new Option<DateOnly>("--until")
        {
            Description = "When it lapses; that day itself is too late.",
            Required = true,
            HelpName = "DATE",
        };
        var done = new Option<DateOnly?>("--done")
        {
            Description = "When it was done; today without it.",
            HelpName = "DATE",
        };
        var items = new Option<string[]>("--item")
        {
            Description = "What was checked; may be repeated.",
            DefaultValueFactory = _ => ["identity"],
        };
        var proof = new Option<string>("--proof")
        {
            Description = "Where the papers lie.",
            DefaultValueFactory = _ => "on file",
        };
        return new Verb(
            "record", "Records that somebody was screened.",
            "strongroom screening record grace@example.org --until 2027-06-30 --item identity --proof \"folder 12\"")
        {
            who,
            until,
            done,
            items,
            proof,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(who),
            Request(parsed.GetRequiredValue(items), parsed.GetValue(done) ?? Today(), parsed.GetValue(until),
                parsed.GetRequiredValue(proof)),
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string who, JsonObject request, CancellationToken cancellation)
    {
        string path = await StaffLines.PathAsync(errand.Api, who, cancellation);
        JsonObject screening = await errand.Api.PostAsync(path + "/screenings", request, cancellation);
        errand.Show(
            screening, "id", ("id", screening.Text("id")), ("items", screening.Text("items")),
            ("valid until", screening.Text("validUntil")));
        return ExitCodes.Done;
    }

    public static JsonObject Request(IEnumerable<string> items, DateOnly done, DateOnly until, string proof) => new()
    {
        ["items"] = JsonReading.Array(items),
        ["doneOn"] = done.ToString("O", CultureInfo.InvariantCulture),
        ["validUntil"] = until.ToString("O", CultureInfo.InvariantCulture),
        ["proof"] = proof,
    };

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
