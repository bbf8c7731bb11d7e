using System.Collections.Concurrent;

namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// A form that is sent twice — two clicks, a reload — is carried out once, and the second gets the first one's
/// redirect. What ends without a redirect (faults to correct, a reveal) is not kept: it was not done, or must be
/// asked and logged again.
/// </summary>
internal sealed class SubmitOnce(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Submission> _submissions = new(StringComparer.Ordinal);

    /// <summary>Carries the request out, or answers it with what its twin was answered.</summary>
    /// <param name="token">Drawn when the form was shown; the antiforgery check has shown that the form is ours.</param>
    /// <param name="context">The request; its path belongs to the key.</param>
    /// <param name="next">What carries it out.</param>
    public async Task RunAsync(string token, HttpContext context, RequestDelegate next)
    {
        string key = string.Concat(context.Request.Path.Value, "\n", token);
        var mine = new Submission(time.GetUtcNow());
        Submission first = _submissions.GetOrAdd(key, mine);
        if (!ReferenceEquals(first, mine) && await first.Location.WaitAsync(context.RequestAborted) is { } location)
        {
            await Page.SeeOther(location).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            string? redirect = context.Response.StatusCode == StatusCodes.Status303SeeOther
                ? context.Response.Headers.Location.ToString() : null;
            if (ReferenceEquals(first, mine) && redirect is null)
            {
                _submissions.TryRemove(key, out _);
            }

            mine.End(redirect);
            Sweep();
        }
    }

    private void Sweep()
    {
        if (_submissions.Count < Most)
        {
            return;
        }

        DateTimeOffset oldest = time.GetUtcNow() - KeptFor;
        foreach (KeyValuePair<string, Submission> one in _submissions.Where(
            one => one.Value.At < oldest && one.Value.Location.IsCompleted))
        {
            _submissions.TryRemove(one);
        }
    }

    private sealed class Submission(DateTimeOffset at)
    {
        private readonly TaskCompletionSource<string?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset At { get; } = at;

        public Task<string?> Location => _end.Task;

        public void End(string? location) => _end.TrySetResult(location);
    }
}
