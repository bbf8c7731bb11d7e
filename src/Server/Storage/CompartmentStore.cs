using System.Data.Common;
using System.Threading.Channels;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// The two databases of one compartment: one writer that commits what waits together, and any number of readers.
/// Knows nothing of keys: it is handed the bytes, sealed.
/// </summary>
internal sealed class CompartmentStore : IAsyncDisposable
{
    // One batch is bounded so that the first to wait does not wait for hundreds.
    private const int MostInBatch = 256;

    // The writer tidies up when nobody came for so long.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly CompartmentDatabases _databases;
    private readonly ReadingSessions _readers;
    private readonly Func<long, (byte[] Keys, byte[] Records)> _sealCounts;
    private readonly Channel<Work> _queue =
        Channel.CreateBounded<Work>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly CompartmentSession _writer;
    private readonly Task _worker;
    private Task _quiet = Task.CompletedTask;
    private long _writtenBefore;
    private bool _isTidy = true;

    /// <summary>Opens the databases, brings them up to date and starts the writer.</summary>
    /// <param name="databases">Where they are.</param>
    /// <param name="readers">The sessions that read.</param>
    /// <param name="readCounts">
    /// Opens both sealed commit counts, checks them against each other and the log, and gives the count to go on from;
    /// the flag says that a crash fell between the two commits of a batch.
    /// </param>
    /// <param name="sealCounts">Seals a commit count for each of the two databases.</param>
    public CompartmentStore(
        CompartmentDatabases databases, ReadingSessions readers,
        Func<byte[]?, byte[]?, (long Count, bool IsTorn)> readCounts,
        Func<long, (byte[] Keys, byte[] Records)> sealCounts)
    {
        _databases = databases;
        _readers = readers;
        _sealCounts = sealCounts;
        _writer = new CompartmentSession(databases, isWriter: true);
        try
        {
            _writer.BringUpToDate();
            (CommitCount, bool isTorn) = readCounts(
                CompartmentSession.ReadCommitCount(_writer.Keys), CompartmentSession.ReadCommitCount(_writer.Records));
            if (isTorn)
            {
                Mend();
            }
        }
        catch
        {
            _writer.Dispose();
            throw;
        }

        readers.Admit(databases);
        _worker = Task.Run(WriteAsync);
    }

    /// <summary>A batch has failed; the owner opens the store anew, which mends what half a commit left.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>How many batches have been committed.</summary>
    public long CommitCount { get; private set; }

    /// <summary>
    /// Runs <paramref name="work"/> on the writer; returns once its batch is durable. What it throws undoes it alone.
    /// </summary>
    /// <exception cref="RefusedException">The disk refused the batch; nothing of it was kept.</exception>
    public async Task<TResult> WriteAsync<TResult>(
        Func<CompartmentSession, TResult> work, CancellationToken cancellation)
    {
        var queued = new Work(session => work(session)!);
        await _queue.Writer.WriteAsync(queued, cancellation);
        // Once queued it will be done, so the answer is waited for even when the caller has gone.
        return (TResult)await queued.Done.Task;
    }

    /// <summary>Runs <paramref name="work"/> on a reader of its own.</summary>
    public TResult Read<TResult>(Func<CompartmentSession, TResult> work) => _readers.Read(_databases, work);

    /// <summary>Waits until what is being committed now is committed.</summary>
    public Task SettleAsync(CancellationToken cancellation) => WriteAsync(_ => true, cancellation);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _worker;
        _writer.Dispose();
        _readers.Dismiss(_databases);
    }

    private void Mend()
    {
        _writer.Begin();
        Sweep.Run(_writer);
        (byte[] keys, byte[] records) = _sealCounts(CommitCount + 1);
        CompartmentSession.WriteCommitCount(_writer.Keys, keys);
        CompartmentSession.WriteCommitCount(_writer.Records, records);
        _writer.Commit();
        CommitCount++;
    }

    private async Task WriteAsync()
    {
        var batch = new List<Work>(MostInBatch);
        while (await HasMoreAsync())
        {
            batch.Clear();
            while (batch.Count < MostInBatch && _queue.Reader.TryRead(out Work? next))
            {
                batch.Add(next);
            }

            WriteBatch(batch);
            _isTidy = false;
        }
    }

    /// <summary>Waits for more to write; tidies up where that takes long. False where nothing more will come.</summary>
    private async Task<bool> HasMoreAsync()
    {
        Task<bool> more = _queue.Reader.WaitToReadAsync().AsTask();
        while (!more.IsCompleted && !_isTidy && !IsBroken)
        {
            if (_quiet.IsCompleted)
            {
                _quiet = Task.Delay(Quiet, TimeProvider.System, CancellationToken.None);
                _writtenBefore = CommitCount;
            }

            await Task.WhenAny(more, _quiet);
            if (!more.IsCompleted && _writtenBefore == CommitCount)
            {
                Tidy();
                _isTidy = true;
            }
        }

        return await more;
    }

    private void Tidy()
    {
        try
        {
            _writer.Tidy();
        }
        catch (DbException)
        {
            // Nothing is lost: the next writer or the next start does it.
        }
    }

    private void WriteBatch(List<Work> batch)
    {
        try
        {
            ObjectDisposedException.ThrowIf(IsBroken, this);
            _writer.Begin();
            if (!TryRun(batch))
            {
                _writer.RollBack();
                batch[0].Answer();
                return;
            }

            (byte[] keys, byte[] records) = _sealCounts(CommitCount + 1);
            CompartmentSession.WriteCommitCount(_writer.Keys, keys);
            CompartmentSession.WriteCommitCount(_writer.Records, records);
            _writer.Commit();
            CommitCount++;
            batch.ForEach(work => work.Answer());
        }
#pragma warning disable CA1031 // Whatever went wrong, the batch is undone and everybody who waits is told.
        catch (Exception)
#pragma warning restore CA1031
        {
            _writer.RollBack();
            // After half a commit the two stores differ by one; opening anew heals that, going on would not.
            IsBroken = true;
            batch.ForEach(work => work.Done.TrySetException(new RefusedException(StorageRefusals.StoreUnavailable)));
        }
    }

    /// <summary>False where the only work of a batch failed, so that the batch can be undone with it.</summary>
    private bool TryRun(List<Work> batch)
    {
        if (batch is [var only])
        {
            return TryRun(only);
        }

        foreach (Work work in batch)
        {
            _writer.Savepoint("SAVEPOINT");
            if (!TryRun(work))
            {
                _writer.Savepoint("ROLLBACK TO");
            }

            _writer.Savepoint("RELEASE");
        }

        return true;
    }

    private bool TryRun(Work work)
    {
        try
        {
            work.Result = work.Run(_writer);
            return true;
        }
#pragma warning disable CA1031 // One work's failure is its own caller's; a full disk or a lost connection is the batch's.
        catch (Exception failure) when (!StoreFailures.IsOfStore(failure))
#pragma warning restore CA1031
        {
            work.Failure = failure;
            return false;
        }
    }

    /// <summary>Work that waits for the writer.</summary>
    private sealed class Work(Func<CompartmentSession, object> run)
    {
        public Func<CompartmentSession, object> Run { get; } = run;

        public TaskCompletionSource<object> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Result { get; set; }

        public Exception? Failure { get; set; }

        public void Answer() => _ = Failure is null ? Done.TrySetResult(Result!) : Done.TrySetException(Failure);
    }
}
