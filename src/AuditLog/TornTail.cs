using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>
/// Tells a batch that a crash left unfinished, which nobody heard of, from damage. In doubt it is damage.
/// </summary>
internal static class TornTail
{
    private const int Sector = 512;

    // Fewer zeros may stand in a whole record.
    private const int TellingZeros = 16;

    public static bool IsTorn(SafeFileHandle file, long badOffset, long expectedSequence)
    {
        long rest = RandomAccess.GetLength(file) - badOffset;
        if (rest > RecordFrame.MaxBatch)
        {
            return false;
        }

        byte[] tail = new byte[rest];
        int read = RandomAccess.Read(file, tail, badOffset);
        if (read < tail.Length)
        {
            return false;
        }

        return EndsInside(tail) || (HasUnwrittenSector(tail, badOffset) && !HasLaterBatch(tail, expectedSequence));
    }

    private static bool EndsInside(ReadOnlySpan<byte> tail) =>
        tail.Length < RecordFrame.Size
        || (RecordFrame.TryRead(tail, out RecordFrame frame) && frame.Length > tail.Length - RecordFrame.Size);

    private static bool HasUnwrittenSector(ReadOnlySpan<byte> tail, long offset)
    {
        int piece = Sector - (int)(offset % Sector);
        while (!tail.IsEmpty)
        {
            ReadOnlySpan<byte> bytes = tail[..Math.Min(piece, tail.Length)];
            if (bytes.Length >= TellingZeros && !bytes.ContainsAnyExcept((byte)0))
            {
                return true;
            }

            tail = tail[bytes.Length..];
            piece = Sector;
        }

        return false;
    }

    private static bool HasLaterBatch(ReadOnlySpan<byte> tail, long expectedSequence)
    {
        for (; tail.Length >= RecordFrame.Size; tail = tail[1..])
        {
            if (RecordFrame.TryRead(tail, out RecordFrame frame) && frame.Length <= tail.Length - RecordFrame.Size
                && frame.Holds(tail.Slice(RecordFrame.Size, frame.Length))
                && AuditLeaf.Sequence(tail[RecordFrame.Size..]) - frame.Place > expectedSequence)
            {
                return true;
            }
        }

        return false;
    }
}
