using System.Buffers.Binary;
using Strongroom.Sealing;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The sealed commit counts of a compartment's two databases, and what they may be: the records may be one batch behind
/// the keys (a crash between the two commits), and neither may be behind what the audit log has seen (an old copy put
/// back). The count in <c>keys.db</c> is sealed with the customers' keys, so it says which generation of the
/// compartment's key is in use.
/// </summary>
internal sealed class CommitCounts(CompartmentId compartment, CompartmentKeySet keySet, long seenInLog)
{
    private volatile SealingKey? _key;

    /// <summary>The key that the compartment is sealed under now.</summary>
    public SealingKey Key => _key ?? keySet.Newest;

    /// <summary>From here on another key is used; on the writer only.</summary>
    public void Use(SealingKey key) => _key = key;

    public (byte[] Keys, byte[] Records) Seal(long count)
    {
        byte[] plain = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(plain, count);
        return (Key.Seal(Context("keys"), plain), Key.Seal(Context("records"), plain));
    }

    /// <exception cref="RefusedException">A count is missing, forged, or behind.</exception>
    public (long Count, bool IsTorn) Check(byte[]? untrustedKeys, byte[]? untrustedRecords)
    {
        // Fixed here: a next key that comes later is not used before everything is sealed under it.
        _key = untrustedKeys is not null && SealingKey.TryReadGeneration(untrustedKeys, out uint used)
            ? keySet.Find(used)
            : keySet.Newest;

        long keys = Open(untrustedKeys, "keys");
        long records = Open(untrustedRecords, "records");
        bool isTorn = keys == records + 1;
        // Entries carry the count of batches committed to both, so a records count behind the log is no crash.
        if ((!isTorn && keys != records) || records < seenInLog)
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        return (keys, isTorn);
    }

    private long Open(byte[]? untrustedSealed, string database)
    {
        if (untrustedSealed is null)
        {
            return 0;
        }

        // A crash while the key was changed leaves the records' count under the key before.
        return SealingKey.TryReadGeneration(untrustedSealed, out uint generation)
            && keySet.Find(generation) is { } key
            && key.TryOpen(untrustedSealed, Context(database), out byte[]? plain)
            && plain.Length == sizeof(long)
                ? BinaryPrimitives.ReadInt64BigEndian(plain)
                : throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    private SealContext Context(string database) => new()
    {
        Type = "commit-count",
        Compartment = compartment,
        Table = database,
        Column = "commit_count",
    };
}
