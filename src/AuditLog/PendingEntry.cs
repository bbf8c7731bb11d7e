using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>An entry on its way to the worker; the body is hashed by its author's thread.</summary>
internal sealed class PendingEntry
{
    private readonly TaskCompletionSource<long>? _done;

    public PendingEntry(AuditEntry entry, bool awaited)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Check(entry);
        Entry = entry;
        SealedHash = SHA256.HashData(entry.SealedBody.Span);
        _done = awaited ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    }

    public AuditEntry Entry { get; }

    /// <summary>Its author does not go on before it is durable.</summary>
    public bool IsAwaited => _done is not null;

    public byte[] SealedHash { get; }

    public int RecordSize => RecordFrame.Size + AuditLeaf.Size + Entry.SealedBody.Length;

    public Task<long> SequenceAsync(CancellationToken cancellation) => _done!.Task.WaitAsync(cancellation);

    public void Succeed(long sequence) => _done?.SetResult(sequence);

    public void Fail(AuditUnavailableException cause) => _done?.TrySetException(cause);

    private static void Check(AuditEntry entry)
    {
        if (entry.Act == AuditAct.None || entry.Result == AuditResult.None)
        {
            throw new ArgumentException("an audit entry needs an act and a result", nameof(entry));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(entry.Count, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNotEqual(entry.BodyCommitment.Length, TreeHash.Size, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            entry.SealedBody.Length, AuditEntry.MaxSealedBody, nameof(entry));
    }
}
