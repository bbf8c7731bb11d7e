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

    /// <summary>Tells a job to stop; a waiting one never begins.</summary>
    public async Task StopJobAsync(JobRow row, CancellationToken cancellation)
    {
        if (_running.TryGetValue(row.Id, out CancellationTokenSource? stop))
        {
            await stop.CancelAsync();
            return;
        }

        if (row.State == JobState.Waiting)
        {
            row.State = JobState.Stopped;
            row.Outcome = "stopped";
            await store.SaveAsync(row, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (readiness.State != InstallationState.Open)
        {
            await Task.Delay(LookEvery, time, stoppingToken);
        }

        await store.TakeUpAsync(stoppingToken);
        await Parallel.ForEachAsync(
            store.WaitingAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (id, stop) => await RunAsync(id, stop));
    }

    private async Task RunAsync(JobId id, CancellationToken serverStops)
    {
        JobRow? row = await store.FindAsync(id, serverStops);
        if (row is not { State: JobState.Waiting or JobState.Running } || !_works.TryGetValue(
            row.Kind, out IJobWork? work))
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(serverStops);
        if (!_running.TryAdd(id, stop))
        {
            return;
        }

        try
        {
            row.State = JobState.Running;
            await store.SaveAsync(row, stop.Token);
            await FinishAsync(row, await TryAsync(work, row, stop.Token), serverStops);
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
            _running.TryRemove(id, out _);
        }
    }

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

    private async Task FinishAsync(JobRow row, JobOutcome? outcome, CancellationToken serverStops)
    {
        serverStops.ThrowIfCancellationRequested();
        (row.State, row.Outcome) = outcome switch
        {
            null => (JobState.Stopped, "stopped"),
            { IsDone: true } => (JobState.Done, outcome.Code),
            _ => (JobState.Failed, outcome.Code),
        };
        await store.SaveAsync(row, CancellationToken.None); // the work has ended: the row must say so
    }
}
