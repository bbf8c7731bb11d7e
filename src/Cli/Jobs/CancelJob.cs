using System.CommandLine;

namespace Strongroom.Cli.Jobs;

/// <summary>Stops a job; what it has done stays done.</summary>
internal static class CancelJob
{
    public static Verb Declare()
    {
        Argument<string> id = JobLines.Id();
        return new Verb("cancel", "Stops a job; what it has done stays done.", "strongroom job cancel job-0198…") { id }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(id), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, CancellationToken cancellation)
    {
        await errand.Api.DeleteAsync(JobLines.Path(id), cancellation);
        errand.Done(id, "the job stops");
        return ExitCodes.Done;
    }
}
