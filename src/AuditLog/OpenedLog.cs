using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>A log on disk that this process alone holds, read through and found whole.</summary>
internal sealed class OpenedLog : IDisposable
{
    private const int RewriteSize = 1024 * 1024;
    private readonly FileStream _lock;

    private OpenedLog(FileStream ownLock, FileStream journal, TileFiles tiles, JournalState state)
    {
        (_lock, Journal, Tiles, State) = (ownLock, journal, tiles, state);
    }

    public FileStream Journal { get; }

    public TileFiles Tiles { get; }

    public JournalState State { get; }

    public Checkpoint Newest { get; private set; } = null!;

    public long End { get; private set; }

    /// <summary>Bytes of an unfinished last batch that were cut off.</summary>
    public long TornBytes { get; private set; }

    public static async Task<OpenedLog> OpenAsync(AuditJournalOptions options, CancellationToken cancellation)
    {
        LogFolder folder = new(options.Directory);
        DurableFile.MakeFolder(folder.Path);
        FileStream ownLock = TakeLock(folder.Lock);
        FileStream? journal = null;
        try
        {
            Checkpoint? newest = ReadCheckpoint(folder.Checkpoint, options);
            byte[] header = JournalHeader.Of(options.Origin);
            if (!File.Exists(folder.Journal))
            {
                DurableFile.Replace(folder.Journal, header);
            }

            journal = DurableFile.Open(folder.Journal, FileMode.Open, FileShare.ReadWrite);
            TileFiles tiles = new(folder.Path);
            JournalState state = new(tiles);
            OpenedLog log = new(ownLock, journal, tiles, state);
            await log.ReplayAsync(header, newest, cancellation);
            log.Newest = newest ?? SignFirst(folder, options);
            state.WriteTilesFromNow();
            return log;
        }
        catch
        {
            await (journal?.DisposeAsync() ?? ValueTask.CompletedTask);
            await ownLock.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Journal.Dispose();
        _lock.Dispose();
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return DurableFile.Open(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException cause)
        {
            throw new AuditUnavailableException(
                "the audit log is open in another process, or its lock cannot be taken", cause);
        }
    }

    private static Checkpoint? ReadCheckpoint(string path, AuditJournalOptions options)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] untrustedNote = File.ReadAllBytes(path);
        foreach (VerifyingKey key in options.EarlierKeys.Prepend(options.Key.Public))
        {
            if (Checkpoint.TryRead(untrustedNote, key, out Checkpoint? checkpoint)
                && string.Equals(checkpoint.Origin, options.Origin, StringComparison.Ordinal))
            {
                return checkpoint;
            }
        }

        throw new AuditDamagedException("checkpoint", "it is not one that this log's key signed");
    }

    private async Task ReplayAsync(byte[] header, Checkpoint? newest, CancellationToken cancellation)
    {
        JournalReplay replay = new(Journal.SafeFileHandle, State, Tiles, newest);
        await replay.RunAsync(header, cancellation);
        End = replay.End;
        TornBytes = RandomAccess.GetLength(Journal.SafeFileHandle) - End;
        RandomAccess.SetLength(Journal.SafeFileHandle, End);
        Rewrite(newest is null ? End : replay.CoveredEnd);
    }

    // After a failed sync the cache may hold pages that look clean and are not on disk; the same bytes, written again,
    // are.
    private void Rewrite(long from)
    {
        byte[] bytes = new byte[Math.Min(RewriteSize, End - from)];
        while (from < End)
        {
            Span<byte> piece = bytes.AsSpan(0, (int)Math.Min(bytes.Length, End - from));
            int read = RandomAccess.Read(Journal.SafeFileHandle, piece, from);
            RandomAccess.Write(Journal.SafeFileHandle, bytes.AsSpan(0, read), from);
            from += read;
        }

        RandomAccess.FlushToDisk(Journal.SafeFileHandle);
    }

    // From its first entry on, a log without a checkpoint is a damaged one.
    private static Checkpoint SignFirst(LogFolder folder, AuditJournalOptions options)
    {
        Checkpoint first = Checkpoint.Sign(options.Origin, 0, TreeHash.OfNothing, options.Key);
        DurableFile.Replace(folder.Checkpoint, first.ToBytes());
        return first;
    }
}
