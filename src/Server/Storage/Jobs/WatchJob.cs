using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>
/// Tells of a job while it goes on, as server-sent events: <c>job</c> with the card at once and at each change,
/// <c>end</c> when it has ended. A stream is cut after two minutes, so that whoever may no longer look is shut out then:
/// the browser asks again by itself, and a plain GET is all that it takes to go on.
/// </summary>
internal sealed class WatchJob(JobActs jobs, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int MostOfOne = 12;
    private const int MostOfAll = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, int> _watchers = new(StringComparer.Ordinal);

    /// <exception cref="RefusedException">The job is not there, not theirs, or too many are watched already.</exception>
    public async Task RunAsync(JobId id, JobViewer viewer, HttpResponse response, CancellationToken cancellation)
    {
        JobRow row = await jobs.FindAsync(id, viewer, cancellation);
        string watcher = viewer.Actor.ToString();
        int mine = _watchers.AddOrUpdate(watcher, 1, (_, count) => count + 1);
        try
        {
            if (mine > MostOfOne || _watchers.Values.Sum() > MostOfAll)
            {
                throw new RefusedException(JobRefusals.TooManyWatched);
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                cancellation, lifetime.ApplicationStopping);
            response.ContentType = "text/event-stream";
            response.Headers["X-Accel-Buffering"] = "no";
            await SendAsync(row, viewer, response, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The watcher has gone, or the server stops; the stream just ends.
        }
        finally
        {
            _watchers.AddOrUpdate(watcher, 0, (_, count) => count - 1);
            _watchers.TryRemove(new KeyValuePair<string, int>(watcher, 0));
        }
    }

    private async Task SendAsync(JobRow row, JobViewer viewer, HttpResponse response, CancellationToken stop)
    {
        DateTimeOffset begun = time.GetUtcNow();
        DateTimeOffset told = begun;
        string last = string.Empty;
        while (time.GetUtcNow() - begun < Longest)
        {
            string card = JsonSerializer.Serialize(JobCard.Of(row), JobsJson.Default.JobCard);
            if (card != last)
            {
                await WriteAsync(response, $"event: job\ndata: {card}\n\n", stop);
                (last, told) = (card, time.GetUtcNow());
            }

            if (row.State is JobState.Done or JobState.Failed or JobState.Stopped)
            {
                await WriteAsync(response, "event: end\ndata: {}\n\n", stop);
                return;
            }

            if (time.GetUtcNow() - told >= HeartbeatEvery)
            {
                await WriteAsync(response, ": still here\n\n", stop);
                told = time.GetUtcNow();
            }

            await Task.Delay(LookEvery, time, stop);
            row = await jobs.FindAsync(row.Id, viewer, stop);
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }
}
