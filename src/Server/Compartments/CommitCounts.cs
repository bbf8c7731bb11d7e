using System.Buffers.Binary;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The sealed commit counts of a compartment's two databases, and what they may be: the records may be one batch behind
/// the keys (a crash between the two commits), and neither may be behind what the audit log has seen (an old copy put
/// back).
/// </summary>
internal sealed class CommitCounts(CompartmentId compartment, SealingKey compartmentKey, long seenInLog)
{
    public (byte[] Keys, byte[] Records) Seal(long count)
    {
        byte[] plain = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(plain, count);
        return (compartmentKey.Seal(Context("keys"), plain), compartmentKey.Seal(Context("records"), plain));
    }

    /// <exception cref="RefusedException">A count is missing, forged, or behind.</exception>
    public (long Count, bool IsTorn) Check(byte[]? untrustedKeys, byte[]? untrustedRecords)
    {
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

        bool opens = compartmentKey.TryOpen(untrustedSealed, Context(database), out byte[]? plain);
        return opens && plain!.Length == sizeof(long)
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
