using System.CommandLine;

namespace Strongroom.Cli.Jobs;

/// <summary>Shows one job.</summary>
internal static class ShowJob
{
    public static Verb Declare()
    {
        Argument<string> id = JobLines.Id();
        var wait = new Option<bool>("--wait") { Description = "Wait until it has ended." };
        return new Verb("show", "Shows a job.", "strongroom job show job-0198… --wait") { id, wait }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetRequiredValue(id), parsed.GetValue(wait), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, bool isAwaited, CancellationToken cancellation)
    {
        JobLines.Show(errand, isAwaited
            ? await JobLines.WaitAsync(errand.Api, id, cancellation)
            : await errand.Api.GetAsync(JobLines.Path(id), cancellation));
        return ExitCodes.Done;
    }
}
