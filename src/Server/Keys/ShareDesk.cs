using System.Collections.Concurrent;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Where key holders present their shares. Each lies here for ten minutes, whoever else comes or fails, until K of them
/// give the unseal key once; then all are wiped. Nobody can take another's share away again.
/// </summary>
internal sealed class ShareDesk(DataFolder data, TimeProvider time) : IDisposable
{
    private const int MostWaiting = 8;

    /// <summary>How long a share lies here.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Dictionary<int, (KeyShare Share, DateTimeOffset At)> _presented = [];
    private readonly Lock _change = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private SecretBytes? _whole;
    private readonly ConcurrentDictionary<string, bool> _callers = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>What the keyring says of the shares: not authenticated, good for naming one that does not fit.</summary>
    /// <returns>Null where the unseal key is not split.</returns>
    public ShareRecord? ReadRecord() =>
        File.Exists(data.KeyringFile) && Keyring.TryReadShares(File.ReadAllBytes(data.KeyringFile), out ShareRecord? record)
            ? record : null;

    /// <summary>The numbers of those who have presented their shares.</summary>
    public IReadOnlyList<int> Presented()
    {
        lock (_change)
        {
            Expire();
            return [.. _presented.Keys.Order()];
        }
    }

    /// <summary>
    /// Opens a holder's share file with the code, which takes about a second, one at a time; of one caller's tries one
    /// waits, so that a stranger's do not keep the holders' away.
    /// </summary>
    /// <exception cref="RefusedException">There is no such holder, the code is wrong, or too many wait.</exception>
    public async Task<KeyShare> OpenAsync(
        int number, SecretBytes code, string caller, CancellationToken cancellation)
    {
        ShareRecord record = ReadRecord() ?? throw new RefusedException(KeyRefusals.NotSplit);
        string path = data.ShareFile(record.Set, number);
        if (number < 1 || number > record.Holders.Count || !File.Exists(path)
            || !ShareFile.TryRead(await File.ReadAllBytesAsync(path, cancellation), out ShareFile? file))
        {
            throw new RefusedException(KeyRefusals.ShareFileMissing);
        }

        if (!_callers.TryAdd(caller, true))
        {
            throw new RefusedException(KeyRefusals.DeskBusy);
        }

        try
        {
            return await AloneAsync(
                () => file.TryOpen(code, out KeyShare? share)
                    ? share : throw new RefusedException(KeyRefusals.ShareCodeWrong),
                cancellation);
        }
        finally
        {
            _callers.TryRemove(caller, out _);
        }
    }

    /// <summary>Runs what costs 256 MiB and a second, one at a time, and lets few wait.</summary>
    public async Task<TResult> AloneAsync<TResult>(Func<TResult> costly, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
            {
                throw new RefusedException(KeyRefusals.DeskBusy);
            }

            await _one.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return await Task.Run(costly, CancellationToken.None);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes a share over; one that lies here already stays.</summary>
    /// <exception cref="RefusedException">It is of an earlier set, or changed; its holder is named.</exception>
    public void Take(KeyShare share)
    {
        if (ReadRecord()?.Has(share) != true)
        {
            share.Dispose();
            throw new RefusedException(KeyRefusals.ShareStale);
        }

        lock (_change)
        {
            Expire();
            if (_presented.Remove(share.Number, out (KeyShare Share, DateTimeOffset At) former))
            {
                former.Share.Dispose();
            }

            _presented.Add(share.Number, (share, time.GetUtcNow()));
        }
    }

    /// <summary>Takes the unseal key itself over, off its sheet; only where it is not split.</summary>
    /// <exception cref="RefusedException">It is split, so a sheet of the whole is an old one.</exception>
    public void Take(SecretBytes unsealKey)
    {
        if (ReadRecord() is not null)
        {
            unsealKey.Dispose();
            throw new RefusedException(KeyRefusals.SheetStale);
        }

        lock (_change)
        {
            _whole?.Dispose();
            _whole = unsealKey;
        }
    }

    /// <summary>Whether enough lies here.</summary>
    public bool IsComplete =>
        _whole is not null || (ReadRecord() is { } record && Presented().Count >= record.Needed);

    /// <summary>Gives the unseal key once, where enough shares lie here; all of them are wiped with it.</summary>
    /// <returns>Null where they are too few.</returns>
    public SecretBytes? TryCombine()
    {
        if (!IsComplete)
        {
            return null;
        }

        lock (_change)
        {
            if (Interlocked.Exchange(ref _whole, null) is { } whole)
            {
                return whole;
            }

            try
            {
                return ShareSet.TryCombine(
                    [.. _presented.Values.Select(presented => presented.Share)], out SecretBytes? unsealKey)
                    ? unsealKey : null;
            }
            finally
            {
                Clear();
            }
        }
    }

    /// <summary>Wipes what was presented.</summary>
    public void Forget()
    {
        lock (_change)
        {
            Clear();
        }
    }

    public void Dispose()
    {
        lock (_change)
        {
            Clear();
        }

        _one.Dispose();
    }

    private void Expire()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((int number, (KeyShare share, DateTimeOffset at)) in _presented.ToArray())
        {
            if (now - at > Patience)
            {
                share.Dispose();
                _presented.Remove(number);
            }
        }
    }

    private void Clear()
    {
        foreach ((KeyShare share, _) in _presented.Values)
        {
            share.Dispose();
        }

        _presented.Clear();
        Interlocked.Exchange(ref _whole, null)?.Dispose();
    }
}
