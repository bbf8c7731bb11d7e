using System.Runtime.CompilerServices;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog;

/// <summary>
/// The one writer of a log. Entries that wait together are written and synced together, on one worker; whoever appends
/// hears
/// of it after the sync. When a write or a sync fails, every call throws <see cref="AuditUnavailableException"/> until
/// the log
/// is opened again. Safe to use from several threads.
/// </summary>
public sealed class AuditJournal : IAsyncDisposable
{
    private readonly SemaphoreSlim _onTiles = new(1, 1);
    private readonly OpenedLog _log;
    private readonly AppendWorker _worker;
    private readonly CheckpointWriter _checkpoints;
    private bool _disposed;

    private AuditJournal(OpenedLog log, AuditJournalOptions options)
    {
        _log = log;
        RestoredTiles = log.Tiles.Restored;
        _checkpoints = new CheckpointWriter(options, log);
        _worker = new AppendWorker(log, options.Time);
    }

    /// <summary>The number of durable entries.</summary>
    public long Size => _log.State.Size;

    /// <summary>The newest signed head.</summary>
    public Checkpoint Newest => _checkpoints.Newest;

    /// <summary>How often the journal was synced since it was opened.</summary>
    public long Batches => _worker.Batches;

    /// <summary>Bytes of an unfinished last batch that opening cut off; nobody had heard of what they held.</summary>
    public long TornBytes => _log.TornBytes;

    /// <summary>Tiles that were lost or spoiled and that opening made again from the journal.</summary>
    public long RestoredTiles { get; }

    /// <summary>Opens the log, or makes it, after reading all of it.</summary>
    /// <exception cref="AuditDamagedException">It is not what was written.</exception>
    /// <exception cref="AuditUnavailableException">Another process has it open.</exception>
    public static async Task<AuditJournal> OpenAsync(AuditJournalOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Origin.Fits(options.Origin))
        {
            throw new ArgumentException("the origin of a log has no white space and no plus sign", nameof(options));
        }

        OpenedLog log = await Task.Run(() => OpenedLog.OpenAsync(options, cancellation), cancellation);
        return new AuditJournal(log, options);
    }

    /// <summary>
    /// The highest count that any entry of the compartment states; null: of entries without one. 0: there is none.
    /// </summary>
    public long HighestCount(CompartmentId? compartment) => _log.State.HighestCount(compartment);

    /// <summary>Appends an entry and waits until it is durable.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Stops the waiting only: what is queued is written all the same.</param>
    /// <returns>Its sequence number.</returns>
    /// <exception cref="AuditUnavailableException">It may not be durable: what it announces must not be
    /// done.</exception>
    public ValueTask<long> AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        PendingEntry pending = new(entry, awaited: true);
        _worker.Enqueue(pending);
        return new ValueTask<long>(pending.SequenceAsync(cancellation));
    }

    /// <summary>Appends an entry, in its order, and does not wait for it.</summary>
    /// <exception cref="AuditUnavailableException">The log takes no entries.</exception>
    public void Note(AuditEntry entry) => _worker.Enqueue(new PendingEntry(entry, awaited: false));

    /// <summary>Signs the head of what is durable; gives the one in place when nothing was appended since.</summary>
    public Task<Checkpoint> CheckpointAsync(CancellationToken cancellation) =>
        WithTilesAsync(WriteCheckpoint, cancellation);

    /// <summary>Reads durable entries in order.</summary>
    /// <param name="from">The first sequence number.</param>
    /// <param name="to">The sequence number to stop before; null for all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<StoredEntry> ReadAsync(
        long from, long? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        _worker.ThrowIfUnavailable();
        long end = Math.Min(to ?? long.MaxValue, Size);
        if (from >= end)
        {
            yield break;
        }

        RecordReader reader = new(_log.Journal.SafeFileHandle, _log.State.Before(from));
        while (reader.Sequence < end)
        {
            bool isWanted = reader.Sequence >= from;
            ReadOnlyMemory<byte> entry = await reader.NextAsync(cancellation);
            if (isWanted)
            {
                yield return AuditLeaf.Read(entry.Span[..AuditLeaf.Size], entry[AuditLeaf.Size..].ToArray());
            }
        }
    }

    /// <summary>
    /// Proves a durable entry under the newest checkpoint, which is made first when it does not cover the entry.
    /// </summary>
    public async Task<AuditReceipt> ProveAsync(long sequence, CancellationToken cancellation)
    {
        _worker.ThrowIfUnavailable();
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, Size);
        Checkpoint head = Newest.Size > sequence ? Newest : await CheckpointAsync(cancellation);
        byte[] leaf = await ReadLeafAsync(sequence, cancellation);
        IReadOnlyList<TreeHash> path =
            await WithTilesAsync(() => Proof(head.Size).Inclusion(sequence, head.Size), cancellation);
        AuditReceipt receipt = new(leaf, path, head);
        return receipt.IsProved
            ? receipt
            : throw new AuditDamagedException("tile", "the tiles do not prove an entry that the journal holds");
    }

    /// <summary>
    /// Proves to whoever kept an earlier checkpoint that the log of the later one begins with its entries.
    /// </summary>
    public Task<IReadOnlyList<TreeHash>> ProveConsistencyAsync(
        long earlier, Checkpoint later, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(later);
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, later.Size);
        return WithTilesAsync(() => Proof(later.Size).Consistency(earlier, later.Size), cancellation);
    }

    /// <summary>Writes what is queued, signs the last checkpoint and lets go of the log.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            if (await _worker.StopAsync())
            {
                await _onTiles.WaitAsync(CancellationToken.None);
                await Task.Run(_checkpoints.Write);
            }
        }
        finally
        {
            _worker.Dispose();
            _log.Dispose();
            _onTiles.Dispose();
        }
    }

    private ProofPath Proof(long size) => new((height, index) => _log.Tiles.Whole(height, index, size));

    private async Task<byte[]> ReadLeafAsync(long sequence, CancellationToken cancellation)
    {
        RecordReader reader = new(_log.Journal.SafeFileHandle, _log.State.Before(sequence));
        while (reader.Sequence < sequence)
        {
            await reader.NextAsync(cancellation);
        }

        ReadOnlyMemory<byte> entry = await reader.NextAsync(cancellation);
        return entry[..AuditLeaf.Size].ToArray();
    }

    private Checkpoint WriteCheckpoint()
    {
#pragma warning disable CA1031 // Whatever went wrong, a log that cannot be signed takes no more entries.
        try
        {
            return _checkpoints.Write();
        }
        catch (Exception cause)
        {
            throw _worker.BecomeUnavailable(cause);
        }
#pragma warning restore CA1031
    }

    // One at a time: a checkpoint removes partial tiles that a proof may be reading.
    private async Task<T> WithTilesAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        _worker.ThrowIfUnavailable();
        await _onTiles.WaitAsync(cancellation);
        try
        {
            _worker.ThrowIfUnavailable();

            // Once begun it is finished: half a checkpoint would be a failure of the log.
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _onTiles.Release();
        }
    }
}
