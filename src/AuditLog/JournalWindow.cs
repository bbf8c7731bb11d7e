using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>Reads a journal forward through a window that grows to hold one record.</summary>
internal sealed class JournalWindow(SafeFileHandle file, long offset, int size)
{
    private byte[] _bytes = new byte[size];
    private int _begin;
    private int _end;

    /// <summary>Where the window begins in the file.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>What is in the window from there.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(_begin, _end - _begin);

    public void Advance(int count)
    {
        _begin += count;
        Offset += count;
    }

    /// <summary>Whether so many bytes are there; reads more when it must.</summary>
    public ValueTask<bool> HasAsync(int count, CancellationToken cancellation) =>
        _end - _begin >= count ? ValueTask.FromResult(true) : new ValueTask<bool>(FillAsync(count, cancellation));

    private async Task<bool> FillAsync(int count, CancellationToken cancellation)
    {
        byte[] target = count <= _bytes.Length ? _bytes : new byte[count];
        _bytes.AsSpan(_begin, _end - _begin).CopyTo(target);
        (_bytes, _end, _begin) = (target, _end - _begin, 0);
        while (_end < count)
        {
            int read = await RandomAccess.ReadAsync(file, _bytes.AsMemory(_end), Offset + _end, cancellation);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
