using System.Threading.Channels;

namespace Strongroom.AuditLog;

/// <summary>Writes and syncs together what waits together. After the first failure it takes nothing more.</summary>
internal sealed class AppendWorker : IDisposable
{
    // Entries that nobody waits for gather this long, so that many of them cost one sync.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly Channel<PendingEntry> _queue =
        Channel.CreateUnbounded<PendingEntry>(new UnboundedChannelOptions { SingleReader = true });

    private readonly List<PendingEntry> _batch = [];
    private readonly JournalState _state;
    private readonly BatchWriter _writer;
    private readonly Task _working;
    private readonly SemaphoreSlim _somebodyWaits = new(0);
    private AuditUnavailableException? _unavailable;
    private int _isWaitedFor;

    public AppendWorker(OpenedLog log, TimeProvider time)
    {
        _state = log.State;
        _writer = new BatchWriter(log.Journal.SafeFileHandle, log.End, time);
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Batches that were synced.</summary>
    public long Batches { get; private set; }

    public void Enqueue(PendingEntry pending)
    {
        if (!_queue.Writer.TryWrite(pending))
        {
            ThrowIfUnavailable();
            throw Closed();
        }

        if (pending.IsAwaited)
        {
            Hurry();
        }
    }

    public void ThrowIfUnavailable()
    {
        // A new one for each caller: an exception that several threads throw loses its stack.
        if (Volatile.Read(ref _unavailable) is { } first)
        {
            throw new AuditUnavailableException(first.Message, first.InnerException);
        }
    }

    public AuditUnavailableException BecomeUnavailable(Exception cause)
    {
        AuditUnavailableException mine = cause as AuditUnavailableException
            ?? new AuditUnavailableException("the audit log could not be written; it must be opened again", cause);
        Interlocked.CompareExchange(ref _unavailable, mine, null);
        _queue.Writer.TryComplete();
        return mine;
    }

    /// <summary>Writes what is queued and stops; whether that succeeded.</summary>
    public async Task<bool> StopAsync()
    {
        _queue.Writer.TryComplete();
        Hurry();
#pragma warning disable VSTHRD003 // The worker was started here and never waits for its caller.
        await _working;
#pragma warning restore VSTHRD003
        return Interlocked.CompareExchange(ref _unavailable, Closed(), null) is null;
    }

    /// <summary>After <see cref="StopAsync"/>.</summary>
    public void Dispose() => _somebodyWaits.Dispose();

    private static AuditUnavailableException Closed() => new("the audit log is closed");

    private void Hurry()
    {
        if (Interlocked.Exchange(ref _isWaitedFor, 1) == 0)
        {
            _somebodyWaits.Release();
        }
    }

    private async Task WorkAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            if (await _somebodyWaits.WaitAsync(Gathering))
            {
                // Before the queue is read: whoever comes later is in this batch or hurries the next one.
                Volatile.Write(ref _isWaitedFor, 0);
            }

#pragma warning disable CA1031 // Whatever went wrong: from here on nobody may believe that an entry is durable.
            try
            {
                WriteBatch();
            }
            catch (Exception cause)
            {
                Refuse(BecomeUnavailable(cause));
            }
#pragma warning restore CA1031
        }
    }

    private void WriteBatch()
    {
        // Also after a failure of the checkpoint, which comes from another thread.
        ThrowIfUnavailable();
        _batch.Clear();
        _writer.Clear();
        long first = _state.Size;
        while (_writer.HasRoom && _queue.Reader.TryRead(out PendingEntry? pending))
        {
            _batch.Add(pending);
            _writer.Add(pending, first + _batch.Count - 1);
        }

        long offset = _writer.End;
        _writer.WriteAndSync();
        for (int place = 0; place < _batch.Count; place++)
        {
            _state.Append(_writer.Leaf(place), offset + _writer.Starts[place]);
        }

        Batches++;
        for (int place = 0; place < _batch.Count; place++)
        {
            _batch[place].Succeed(first + place);
        }
    }

    private void Refuse(AuditUnavailableException cause)
    {
        foreach (PendingEntry pending in _batch)
        {
            pending.Fail(cause);
        }

        _batch.Clear();
        while (_queue.Reader.TryRead(out PendingEntry? pending))
        {
            pending.Fail(cause);
        }
    }
}
