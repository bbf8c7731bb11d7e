using System.Buffers.Binary;
using System.Text;

namespace Strongroom.AuditLog;

/// <summary>Reads a journal front to back, as its format says; knows nothing of how it is written.</summary>
internal sealed class VerifierJournal(Stream journal)
{
    private const int FrameSize = 16;
    private const int LeafSize = 141;
    private const int LargestEntry = LeafSize + (1024 * 1024);
    private readonly byte[] _frame = new byte[FrameSize];
    private byte[] _entry = new byte[64 * 1024];
    private int _length;

    /// <summary>Where the present record begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether reading ended inside a record, as it does after a crash or while it is being written.</summary>
    public bool EndsInside { get; private set; }

    public ReadOnlySpan<byte> Leaf => _entry.AsSpan(0, LeafSize);

    public ReadOnlySpan<byte> SealedBody => _entry.AsSpan(LeafSize, _length - LeafSize);

    private static ReadOnlySpan<byte> Magic => "strongroom-audit"u8;

    /// <summary>Reads the header; the origin, or null when it is not a header.</summary>
    public string? ReadOrigin()
    {
        byte[] start = new byte[24];
        if (journal.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || !start.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16)) != 1)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(20));
        byte[] rest = new byte[length is > 0 and <= 200 ? length + 4 : 4];
        bool isWhole = journal.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) == rest.Length
            && BinaryPrimitives.ReadUInt32BigEndian(rest.AsSpan(rest.Length - 4))
                == Crc32C.Of([.. start, .. rest[..^4]]);
        return isWhole ? Encoding.UTF8.GetString(rest.AsSpan(0, rest.Length - 4)) : null;
    }

    /// <summary>Reads the next record; false at the end, and at what is not a whole record.</summary>
    public bool TryReadNext()
    {
        Offset = journal.Position;
        int read = journal.ReadAtLeast(_frame, FrameSize, throwOnEndOfStream: false);
        if (read < FrameSize)
        {
            EndsInside = true;
            return false;
        }

        _length = BinaryPrimitives.ReadInt32BigEndian(_frame);
        if (BinaryPrimitives.ReadUInt32BigEndian(_frame.AsSpan(12)) != Crc32C.Of(_frame.AsSpan(0, 12))
            || _length is < LeafSize or > LargestEntry)
        {
            return false;
        }

        if (_entry.Length < _length)
        {
            _entry = new byte[LargestEntry];
        }

        EndsInside = journal.ReadAtLeast(_entry.AsSpan(0, _length), _length, throwOnEndOfStream: false) < _length;
        return !EndsInside
            && BinaryPrimitives.ReadUInt32BigEndian(_frame.AsSpan(8)) == Crc32C.Of(_entry.AsSpan(0, _length));
    }
}
