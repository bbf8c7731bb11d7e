using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// The sessions that read, of all compartments: kept for the next reader, and closed when nobody came for a minute or
/// when another compartment needs the room. Their number is bounded, because a database server has only so many
/// connections.
/// </summary>
internal sealed class ReadingSessions : IDisposable
{
    private const int MostIdleOfOne = 16;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly int _most;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _room;
    private readonly Lock _lock = new();
    private readonly Dictionary<CompartmentDatabases, List<Idle>> _idle = new(ReferenceEqualityComparer.Instance);
    private readonly ITimer _timer;
    private int _open;
    private bool _isTimed;

    /// <param name="most">How many are open at once; each has up to two connections.</param>
    /// <param name="time">Says when one has waited long enough.</param>
    public ReadingSessions(int most, TimeProvider time)
    {
        _most = most;
        _time = time;
        _room = new SemaphoreSlim(most, most);
        _timer = time.CreateTimer(_ => CloseUnused(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the sessions of these databases be kept between two readers.</summary>
    public void Admit(CompartmentDatabases databases)
    {
        lock (_lock)
        {
            _idle.Add(databases, []);
        }
    }

    /// <summary>Runs <paramref name="work"/> on a session of its own.</summary>
    /// <exception cref="RefusedException">All are in use, and stay so.</exception>
    public TResult Read<TResult>(CompartmentDatabases databases, Func<CompartmentSession, TResult> work)
    {
        // The work is synchronous, so its thread waits; ten seconds of it mean that the database hardly answers.
        if (!_room.Wait(Patience, CancellationToken.None))
        {
            throw new RefusedException(StorageRefusals.StoreUnavailable);
        }

        try
        {
            CompartmentSession session = Take(databases);
            try
            {
                return work(session);
            }
            finally
            {
                GiveBack(databases, session);
            }
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Closes what is idle of these databases; what is in use closes when it is given back.</summary>
    public void Dismiss(CompartmentDatabases databases)
    {
        List<Idle>? left;
        lock (_lock)
        {
            _idle.Remove(databases, out left);
            _open -= left?.Count ?? 0;
        }

        left?.ForEach(idle => idle.Session.Dispose());
    }

    public void Dispose()
    {
        _timer.Dispose();
        CompartmentDatabases[] all;
        lock (_lock)
        {
            all = [.. _idle.Keys];
        }

        Array.ForEach(all, Dismiss);
        _room.Dispose();
    }

    private CompartmentSession Take(CompartmentDatabases databases)
    {
        Idle? evicted = null;
        lock (_lock)
        {
            if (_idle.GetValueOrDefault(databases) is { Count: > 0 } own)
            {
                CompartmentSession session = own[^1].Session;
                own.RemoveAt(own.Count - 1);
                return session;
            }

            if (_open == _most)
            {
                // Whoever reads holds a place, so one of them all is idle.
                List<Idle> oldest = _idle.Values.Where(list => list.Count > 0).MinBy(list => list[0].Since)!;
                evicted = oldest[0];
                oldest.RemoveAt(0);
                _open--;
            }

            _open++;
        }

        evicted?.Session.Dispose();
        return new CompartmentSession(databases, isWriter: false);
    }

    private void GiveBack(CompartmentDatabases databases, CompartmentSession session)
    {
        List<Idle> gone = [];
        lock (_lock)
        {
            List<Idle>? own = _idle.GetValueOrDefault(databases);
            if (session.IsLost && own is not null)
            {
                // What broke this one broke those that wait beside it.
                gone.AddRange(own);
                own.Clear();
            }

            if (own is not null && own.Count < MostIdleOfOne && !session.IsLost)
            {
                own.Add(new Idle(session, _time.GetTimestamp()));
                LookLater(!_isTimed);
            }
            else
            {
                gone.Add(new Idle(session, 0));
            }

            _open -= gone.Count;
        }

        gone.ForEach(idle => idle.Session.Dispose());
    }

    private void CloseUnused()
    {
        List<Idle> gone = [];
        lock (_lock)
        {
            foreach (List<Idle> own in _idle.Values)
            {
                int count = own.FindIndex(idle => _time.GetElapsedTime(idle.Since) < KeptFor);
                int unused = count < 0 ? own.Count : count;
                gone.AddRange(own[..unused]);
                own.RemoveRange(0, unused);
            }

            _open -= gone.Count;
            _isTimed = false;
            LookLater(_idle.Values.Any(own => own.Count > 0));
        }

        gone.ForEach(idle => idle.Session.Dispose());
    }

    // The clock ticks only while somebody waits.
    private void LookLater(bool isNeeded)
    {
        if (isNeeded)
        {
            _timer.Change(KeptFor, Timeout.InfiniteTimeSpan);
        }

        _isTimed |= isNeeded;
    }

    /// <summary>A session that waits for a reader.</summary>
    private sealed record Idle(CompartmentSession Session, long Since);
}
