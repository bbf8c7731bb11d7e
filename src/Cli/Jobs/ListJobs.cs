namespace Strongroom.Cli.Jobs;

/// <summary>Lists jobs: yours, or all for those who see all.</summary>
internal static class ListJobs
{
    public static Verb Declare() => new Verb("list", "Lists jobs.", "strongroom job list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("jobs", cancellation),
            ("id", "id"), ("kind", "kind"), ("state", "state"), ("done", "done"), ("total", "total"),
            ("failed", "failed"), ("outcome", "outcome"));
        return ExitCodes.Done;
    }
}
