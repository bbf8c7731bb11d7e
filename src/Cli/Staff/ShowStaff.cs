using System.CommandLine;

namespace Strongroom.Cli.Staff;

/// <summary>Shows one member of staff.</summary>
internal static class ShowStaff
{
    public static Verb Declare()
    {
        Argument<string> who = StaffLines.Who();
        return new Verb("show", "Shows a member of staff.", "strongroom staff show grace@example.org") { who }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(who), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string who, CancellationToken cancellation)
    {
        StaffLines.Show(
            errand, await errand.Api.GetAsync(await StaffLines.PathAsync(errand.Api, who, cancellation), cancellation));
        return ExitCodes.Done;
    }
}
