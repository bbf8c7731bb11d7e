using System.CommandLine;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Staff;

/// <summary>Suspends a member of staff: every session ends at once.</summary>
internal static class SuspendStaff
{
    public static Verb Declare()
    {
        Argument<string> who = StaffLines.Who();
        var lift = new Option<bool>("--lift") { Description = "Lift a suspension or a lock instead." };
        return new Verb("suspend", "Suspends a member of staff; counts from the next request on.",
            "strongroom staff suspend grace@example.org --yes")
        {
            who,
            lift,
        }.Asks((parsed, errand, cancellation) =>
            RunAsync(errand, parsed.GetRequiredValue(who), parsed.GetValue(lift), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string who, bool isLifted, CancellationToken cancellation)
    {
        string path = await StaffLines.PathAsync(errand.Api, who, cancellation);
        errand.Confirm(isLifted ? $"let {who} in again?" : $"suspend {who}?");
        var change = new JsonObject { ["state"] = isLifted ? "active" : "suspended" };
        StaffLines.Show(errand, await errand.Api.PatchAsync(path, change, cancellation));
        return ExitCodes.Done;
    }
}
