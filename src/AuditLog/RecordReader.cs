using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>Reads synced records one after the other, from one that the index names.</summary>
internal sealed class RecordReader(SafeFileHandle file, (long Sequence, long Offset) start)
{
    private const int WindowSize = 64 * 1024;
    private readonly JournalWindow _window = new(file, start.Offset, WindowSize);

    /// <summary>The number of the record that comes next.</summary>
    public long Sequence { get; private set; } = start.Sequence;

    /// <summary>The next entry; its bytes are lent until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellation)
    {
        if (await _window.HasAsync(RecordFrame.Size, cancellation)
            && RecordFrame.TryRead(_window.Bytes.Span, out RecordFrame frame)
            && await _window.HasAsync(RecordFrame.Size + frame.Length, cancellation))
        {
            ReadOnlyMemory<byte> entry = _window.Bytes.Slice(RecordFrame.Size, frame.Length);
            ReadOnlyMemory<byte> leaf = entry[..AuditLeaf.Size];
            if (frame.Holds(entry.Span) && AuditLeaf.Fits(leaf.Span) && AuditLeaf.Sequence(leaf.Span) == Sequence)
            {
                _window.Advance(RecordFrame.Size + frame.Length);
                Sequence++;
                return entry;
            }
        }

        throw new AuditDamagedException(
            string.Create(CultureInfo.InvariantCulture, $"journal, byte {_window.Offset}"),
            "a record has been damaged");
    }
}
