using Strongroom.AuditLog;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Audit;

/// <summary>
/// Where in the log the reveals of each customer stand. Built from the log on first use, in memory, and read on from
/// there: eight bytes a reveal, and nothing on the disk that would have to be kept in step.
/// </summary>
internal sealed class EntriesOfObject(AuditWriter audit) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Dictionary<ObjectHandle, List<long>> _places = [];
    private AuditJournal? _journal;
    private long _read;

    /// <summary>The newest reveals and reported copies of a customer, newest first.</summary>
    /// <param name="handle">The customer's handle.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<StoredEntry>> NewestAsync(
        ObjectHandle handle, int most, CancellationToken cancellation)
    {
        var found = new List<StoredEntry>();
        foreach (long place in await PlacesAsync(handle, most, cancellation))
        {
            found.Add(await ReadAsync(place, cancellation) ?? throw new InvalidOperationException("an entry has gone"));
        }

        return found;
    }

    /// <summary>One entry by its number; null where the log has none.</summary>
    public async Task<StoredEntry?> ReadAsync(long place, CancellationToken cancellation)
    {
        await foreach (StoredEntry stored in audit.Journal.ReadAsync(place, place + 1, cancellation))
        {
            return stored;
        }

        return null;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<long[]> PlacesAsync(ObjectHandle handle, int most, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            await ReadOnAsync(cancellation);
            return _places.TryGetValue(handle, out List<long>? places)
                ? [.. places.Skip(places.Count - most).Reverse()]
                : [];
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadOnAsync(CancellationToken cancellation)
    {
        AuditJournal journal = audit.Journal;
        if (_journal != journal)
        {
            // Sealed and opened again in between: it may be another log.
            _places.Clear();
            _read = 0;
            _journal = journal;
        }

        await foreach (StoredEntry stored in journal.ReadAsync(_read, null, cancellation))
        {
            _read = stored.Sequence + 1;
            if (stored.Entry is { Object: { } handle, Act: AuditAct.Revealed or AuditAct.CopyReported })
            {
                if (!_places.TryGetValue(handle, out List<long>? places))
                {
                    _places.Add(handle, places = []);
                }

                places.Add(stored.Sequence);
            }
        }
    }
}
