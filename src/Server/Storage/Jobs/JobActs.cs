using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>What callers do with jobs: list and see them, stop them, let them go on. Others' jobs are not there.</summary>
internal sealed class JobActs(JobStore store, JobRunner runner)
{
    private const int MostListed = 200;

    /// <summary>The newest jobs; one's own, or everybody's for those who see all.</summary>
    public Task<IReadOnlyList<JobRow>> ListAsync(JobViewer viewer, CancellationToken cancellation) =>
        store.NewestAsync(viewer.SeesAll ? null : viewer.Actor.ToString(), MostListed, cancellation);

    /// <exception cref="RefusedException">It is not there, or not theirs.</exception>
    public async Task<JobRow> FindAsync(JobId id, JobViewer viewer, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } row && viewer.Sees(row)
            ? row
            : throw new RefusedException(JobRefusals.NotFound);

    /// <summary>Tells a job to stop; one that has ended stays as it is.</summary>
    /// <exception cref="RefusedException">It is not there, or not theirs.</exception>
    public async Task StopAsync(JobId id, JobViewer viewer, CancellationToken cancellation) =>
        await runner.StopJobAsync(await FindAsync(id, viewer, cancellation), cancellation);

    /// <summary>Lets a job that failed or was stopped go on where it was.</summary>
    /// <exception cref="RefusedException">It is not there, not theirs, or has neither failed nor been stopped.</exception>
    public async Task<JobRow> RetryAsync(JobId id, JobViewer viewer, CancellationToken cancellation)
    {
        JobRow row = await FindAsync(id, viewer, cancellation);
        if (row.State is not (JobState.Failed or JobState.Stopped))
        {
            throw new RefusedException(JobRefusals.NotEnded);
        }

        await store.RetryAsync(row, cancellation);
        return row;
    }
}
