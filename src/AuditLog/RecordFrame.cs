using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Strongroom.AuditLog;

/// <summary>
/// The 16 bytes before an entry: length ‖ place in its batch ‖ CRC-32C of the entry ‖ CRC-32C of these 12 bytes.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordFrame(int Length, int Place, uint EntryCrc)
{
    public const int Size = 16;
    public const int MaxLength = AuditLeaf.Size + AuditEntry.MaxSealedBody;

    /// <summary>The most bytes that the writer puts into one batch.</summary>
    public const int MaxBatch = (2 * 1024 * 1024) + 8192;

    private const int PlaceAt = 4;
    private const int EntryCrcAt = 8;
    private const int FrameCrcAt = 12;

    public static void Write(Span<byte> frame, ReadOnlySpan<byte> entry, int place)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, entry.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame[PlaceAt..], place);
        BinaryPrimitives.WriteUInt32BigEndian(frame[EntryCrcAt..], Crc32C.Of(entry));
        BinaryPrimitives.WriteUInt32BigEndian(frame[FrameCrcAt..], Crc32C.Of(frame[..FrameCrcAt]));
    }

    public static bool TryRead(ReadOnlySpan<byte> untrustedBytes, out RecordFrame frame)
    {
        frame = default;
        if (untrustedBytes.Length < Size || BinaryPrimitives.ReadUInt32BigEndian(untrustedBytes[FrameCrcAt..])
            != Crc32C.Of(untrustedBytes[..FrameCrcAt]))
        {
            return false;
        }

        frame = new RecordFrame(
            BinaryPrimitives.ReadInt32BigEndian(untrustedBytes),
            BinaryPrimitives.ReadInt32BigEndian(untrustedBytes[PlaceAt..]),
            BinaryPrimitives.ReadUInt32BigEndian(untrustedBytes[EntryCrcAt..]));
        return frame.Length is >= AuditLeaf.Size and <= MaxLength && frame.Place >= 0;
    }

    public bool Holds(ReadOnlySpan<byte> entry) => entry.Length == Length && Crc32C.Of(entry) == EntryCrc;
}
