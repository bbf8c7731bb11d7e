using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>Gathers records and puts them on disk with one write and one sync. Used by the worker only.</summary>
internal sealed class BatchWriter(SafeFileHandle file, long end, TimeProvider time)
{
    private const int Enough = 1024 * 1024;
    private readonly List<int> _starts = [];
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    /// <summary>Where the next batch begins in the file.</summary>
    public long End { get; private set; } = end;

    public bool HasRoom => _length < Enough;

    public IReadOnlyList<int> Starts => _starts;

    public void Clear()
    {
        _starts.Clear();
        _length = 0;
    }

    public void Add(PendingEntry pending, long sequence)
    {
        int size = pending.RecordSize;
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }

        Span<byte> record = _bytes.AsSpan(_length, size);
        Span<byte> entry = record[RecordFrame.Size..];
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        AuditLeaf.Write(entry, pending.Entry, pending.SealedHash, sequence, now);
        pending.Entry.SealedBody.Span.CopyTo(entry[AuditLeaf.Size..]);
        RecordFrame.Write(record, entry, _starts.Count);
        _starts.Add(_length);
        _length += size;
    }

    public ReadOnlySpan<byte> Leaf(int place) => _bytes.AsSpan(_starts[place] + RecordFrame.Size, AuditLeaf.Size);

    public void WriteAndSync()
    {
        RandomAccess.Write(file, _bytes.AsSpan(0, _length), End);
        RandomAccess.FlushToDisk(file);
        End += _length;
    }
}
