using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// What is shown once after a form was sent: a code to hand over, recovery codes, a key. Held in memory between the
/// post and the page that it leads to, for its maker only, and forgotten when it was shown or after some minutes.
/// </summary>
internal sealed class ShownOnce(TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(Actor Viewer, string Path), Kept> _kept = new();

    /// <param name="viewer">Who may see it.</param>
    /// <param name="path">The page that shows it.</param>
    /// <param name="shown">What the page shows.</param>
    public void Keep(Actor viewer, string path, object shown)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (KeyValuePair<(Actor, string), Kept> old in _kept.Where(one => one.Value.At + KeptFor <= now))
        {
            _kept.TryRemove(old);
        }

        _kept[(viewer, path)] = new Kept(shown, now);
    }

    /// <summary>Gives it out and forgets it; false where it was shown already, or never kept.</summary>
    public bool TryTake<T>(Actor viewer, string path, [NotNullWhen(true)] out T? shown)
        where T : class
    {
        bool isKept = _kept.TryRemove((viewer, path), out Kept? kept) && kept.At + KeptFor > time.GetUtcNow();
        shown = isKept ? kept!.Shown as T : null;
        return shown is not null;
    }

    private sealed record Kept(object Shown, DateTimeOffset At)
    {
        public override string ToString() => nameof(Kept);
    }
}
