using System.Collections.Concurrent;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>
/// Runs jobs, two at a time, once the installation is open; takes up what a crash left; stops those that are told to.
/// </summary>
internal sealed class JobRunner(
    JobStore store, IEnumerable<IJobWork> works, Readiness readiness, TimeProvider time, ILogger<JobRunner> logger)
    : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, IJobWork> _works = works.ToDictionary(
        work => work.Kind, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<JobId, CancellationTokenSource> _running = new();

    /// <summary>Tells a job to stop; one that has not begun, or that no run holds, never goes on.</summary>
    public async Task StopJobAsync(JobRow row, CancellationToken cancellation)
    {
        if (!await store.MoveAsync(row.Id, [JobState.Waiting], JobState.Stopped, "stopped", cancellation)
            && !await StopRunAsync(row.Id))
        {
            await store.MoveAsync(row.Id, [JobState.Running], JobState.Stopped, "stopped", cancellation);
            await StopRunAsync(row.Id); // a run that began in between
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (readiness.State != InstallationState.Open)
        {
            await Task.Delay(LookEvery, time, stoppingToken);
        }

        await TakeUpAsync(stoppingToken);
        await Parallel.ForEachAsync(
            store.WaitingAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (id, stop) => await RunAsync(id, stop));
    }

    private async Task TakeUpAsync(CancellationToken serverStops)
    {
        while (true)
        {
            try
            {
                await store.TakeUpAsync(serverStops);
                return;
            }
            catch (Exception away) when (StoreFailures.Find(away) == StorageRefusals.DatabaseAway)
            {
                await Task.Delay(LookEvery, time, serverStops);
            }
        }
    }

    private async Task<bool> StopRunAsync(JobId id)
    {
        if (!_running.TryGetValue(id, out CancellationTokenSource? stop))
        {
            return false;
        }

        try
        {
            await stop.CancelAsync();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false; // the run ended in this very moment
        }
    }

    private async Task RunAsync(JobId id, CancellationToken serverStops)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(serverStops);
        if (!_running.TryAdd(id, stop))
        {
            return;
        }

        try
        {
            if (await BeginAsync(id, serverStops) is { } row)
            {
                JobOutcome? outcome = await TryAsync(_works[row.Kind], row, stop.Token);
                _running.TryRemove(id, out _); // before the row says that it ended: from then on it may be let go on
                await FinishAsync(row, outcome, serverStops);
            }
        }
        catch (OperationCanceledException) when (serverStops.IsCancellationRequested)
        {
            // The row says "running"; the next start takes it up.
        }
#pragma warning disable CA1031 // Where even the row cannot be written (a full disk) the runner must live on for the other jobs.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.JobFailed(id, failure);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(id, stop)); // this run only: the job may run again by now
        }
    }

    /// <summary>The row of a job that runs from now on; null where it was stopped, or has ended, before.</summary>
    private async Task<JobRow?> BeginAsync(JobId id, CancellationToken serverStops) =>
        await store.FindAsync(id, serverStops) is { } found && _works.ContainsKey(found.Kind)
        && await store.MoveAsync(id, [JobState.Waiting, JobState.Running], JobState.Running, null, serverStops)
            ? await store.FindAsync(id, serverStops)
            : null;

    /// <summary>How the work ended; null where it was told to stop.</summary>
    private async Task<JobOutcome?> TryAsync(IJobWork work, JobRow row, CancellationToken stop)
    {
        try
        {
            return await work.RunAsync(new JobHandle(row, store), stop);
        }
        catch (RefusedException refused)
        {
            return new JobOutcome(false, refused.Refusal.Code);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // One job's failure is that job's: it is logged, the row says so, the runner goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.JobFailed(row.Id, failure);
            return new JobOutcome(false, "failed");
        }
    }

    // The work has ended: the row must say so, as soon as the database is there again. A full disk is not waited for.
    private async Task<bool> TrySaveAsync(JobRow row)
    {
        try
        {
            await store.SaveAsync(row, CancellationToken.None);
            return true;
        }
        catch (Exception away) when (StoreFailures.Find(away) == StorageRefusals.DatabaseAway)
        {
            return false;
        }
    }

    private async Task FinishAsync(JobRow row, JobOutcome? outcome, CancellationToken serverStops)
    {
        serverStops.ThrowIfCancellationRequested();
        (row.State, row.Outcome) = outcome switch
        {
            null => (JobState.Stopped, "stopped"),
            { IsDone: true } => (JobState.Done, outcome.Code),
            _ => (JobState.Failed, outcome.Code),
        };
        while (!await TrySaveAsync(row))
        {
            await Task.Delay(LookEvery, time, serverStops);
        }
    }
}
