using System.CommandLine;
using Strongroom.Cli.Staff;

namespace Strongroom.Cli.Screenings;

/// <summary>Lists the screenings of one person.</summary>
internal static class ListScreenings
{
    public static Verb Declare()
    {
        Argument<string> who = StaffLines.Who();
        return new Verb("list", "Lists the screenings of a member of staff, newest first.",
            "strongroom screening list grace@example.org") { who }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(who), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string who, CancellationToken cancellation)
    {
        string path = await StaffLines.PathAsync(errand.Api, who, cancellation);
        errand.ShowList(
            await errand.Api.GetAsync(path + "/screenings", cancellation),
            ("id", "id"), ("items", "items"), ("done", "doneAt"), ("valid until", "validUntil"), ("proof", "proof"),
            ("founding", "isFounding"));
        return ExitCodes.Done;
    }
}
