using System.Buffers.Binary;
using System.Security.Cryptography;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog;

/// <summary>The 141 bytes that are hashed into the tree: header ‖ body commitment.</summary>
internal static class AuditLeaf
{
    public const int Size = 141;
    public const byte Version = 1;

    // version ‖ sequence ‖ time ‖ act ‖ result ‖ actor kind ‖ actor ‖ compartment ‖ object ‖ count ‖ sealed ‖
    // commitment
    private const int SequenceAt = 1;
    private const int TimeAt = 9;
    private const int ActAt = 17;
    private const int ResultAt = 19;
    private const int KindAt = 20;
    private const int ActorAt = 21;
    private const int CompartmentAt = 37;
    private const int ObjectAt = 53;
    private const int CountAt = 69;
    private const int SealedAt = 77;
    private const int CommitmentAt = 109;

    public static void Write(Span<byte> leaf, AuditEntry entry, ReadOnlySpan<byte> sealedHash, long sequence, long time)
    {
        leaf[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(leaf[SequenceAt..], sequence);
        BinaryPrimitives.WriteInt64BigEndian(leaf[TimeAt..], time);
        BinaryPrimitives.WriteUInt16BigEndian(leaf[ActAt..], (ushort)entry.Act);
        leaf[ResultAt] = (byte)entry.Result;
        leaf[KindAt] = (byte)entry.Actor.Kind;
        entry.Actor.CopyIdTo(leaf[ActorAt..]);
        WriteId(leaf.Slice(CompartmentAt, IIdentifier.Size), entry.Compartment);
        WriteId(leaf.Slice(ObjectAt, IIdentifier.Size), entry.Object);
        BinaryPrimitives.WriteInt64BigEndian(leaf[CountAt..], entry.Count);
        sealedHash.CopyTo(leaf[SealedAt..]);
        entry.BodyCommitment.Span.CopyTo(leaf[CommitmentAt..]);
    }

    public static long Sequence(ReadOnlySpan<byte> leaf) => BinaryPrimitives.ReadInt64BigEndian(leaf[SequenceAt..]);

    public static long Count(ReadOnlySpan<byte> leaf) => BinaryPrimitives.ReadInt64BigEndian(leaf[CountAt..]);

    public static Guid Compartment(ReadOnlySpan<byte> leaf) =>
        new(leaf.Slice(CompartmentAt, IIdentifier.Size), bigEndian: true);

    public static bool Fits(ReadOnlySpan<byte> untrustedLeaf) =>
        untrustedLeaf.Length == Size && untrustedLeaf[0] == Version && Sequence(untrustedLeaf) >= 0
        && Count(untrustedLeaf) >= 0
        && Time(untrustedLeaf) is >= 0 and <= MaxTime;

    public static bool HoldsBody(ReadOnlySpan<byte> leaf, ReadOnlySpan<byte> sealedBody)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Size];
        SHA256.HashData(sealedBody, hash);
        return CryptographicOperations.FixedTimeEquals(hash, leaf.Slice(SealedAt, TreeHash.Size));
    }

    public static StoredEntry Read(ReadOnlySpan<byte> leaf, ReadOnlyMemory<byte> sealedBody) =>
        new(Sequence(leaf), DateTimeOffset.FromUnixTimeMilliseconds(Time(leaf)), new AuditEntry
        {
            Act = (AuditAct)BinaryPrimitives.ReadUInt16BigEndian(leaf[ActAt..]),
            Result = (AuditResult)leaf[ResultAt],
            Actor = ActorRef.FromBytes((ActorKind)leaf[KindAt], leaf.Slice(ActorAt, IIdentifier.Size)),
            Compartment = Compartment(leaf) == Guid.Empty
                ? null : CompartmentId.FromBytes(leaf.Slice(CompartmentAt, IIdentifier.Size)),
            Object = HasOnlyZeros(leaf.Slice(ObjectAt, IIdentifier.Size))
                ? null : ObjectHandle.FromBytes(leaf.Slice(ObjectAt, IIdentifier.Size)),
            Count = Count(leaf),
            SealedBody = sealedBody,
            BodyCommitment = leaf[CommitmentAt..Size].ToArray(),
        });

    // The last millisecond that DateTimeOffset can name.
    private const long MaxTime = 253_402_300_799_999;

    private static long Time(ReadOnlySpan<byte> leaf) => BinaryPrimitives.ReadInt64BigEndian(leaf[TimeAt..]);

    private static bool HasOnlyZeros(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);

    private static void WriteId(Span<byte> destination, IIdentifier? id)
    {
        destination.Clear();
        id?.CopyTo(destination);
    }
}
