using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The content of a sealed file, readable from any place. Its end was authenticated at opening; each chunk is
/// authenticated before a byte of it is handed out. For one thread at a time. Disposing wipes the key and closes the
/// sealed stream.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "it reads a sealed file; that it is a stream is in its type")]
public sealed class SealedFileReader : Stream
{
    private const long NoChunk = -1;

    private readonly Stream _untrusted;
    private readonly long _start;
    private readonly ChunkCipher _cipher;
    private readonly byte[] _sealedChunk = new byte[ChunkCipher.SealedChunkLength];
    private readonly byte[] _chunk = GC.AllocateUninitializedArray<byte>(ChunkCipher.ChunkLength, pinned: true);
    private long _chunkIndex = NoChunk;
    private int _chunkLength;
    private long _position;
    private bool _isDisposed;

    private SealedFileReader(Stream untrusted, long start, long length, ChunkCipher cipher)
    {
        _untrusted = untrusted;
        _start = start;
        Length = length;
        _cipher = cipher;
    }

    /// <inheritdoc />
    public override bool CanRead => !_isDisposed;

    /// <inheritdoc />
    public override bool CanSeek => !_isDisposed;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <summary>The length of the content in bytes; authentic.</summary>
    public override long Length { get; }

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    private long LastChunk => ChunkCipher.ChunkCount(Length) - 1;

    /// <summary>Reads on from the position.</summary>
    /// <exception cref="InvalidDataException">The chunk was changed.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (TryFindChunk(buffer.Length, out long index))
        {
            Memory<byte> sealedChunk = SealedChunk(index);
            _untrusted.ReadExactly(sealedChunk.Span);
            OpenChunk(index, sealedChunk.Span);
        }

        return CopyFromChunk(buffer);
    }

    /// <inheritdoc cref="Read(Span{byte})" />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryFindChunk(buffer.Length, out long index))
        {
            Memory<byte> sealedChunk = SealedChunk(index);
            await _untrusted.ReadExactlyAsync(sealedChunk, cancellationToken);
            OpenChunk(index, sealedChunk.Span);
        }

        return CopyFromChunk(buffer.Span);
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => Length + offset,
        _ => offset,
    };

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <summary>Not supported: the content is read-only.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not supported: the content is read-only.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>
    /// Makes a reader once the last chunk, and with it the length, is found authentic; takes the cipher either way.
    /// </summary>
    internal static async Task<SealedFileReader?> TryOpenAsync(
        Stream untrusted, long start, ChunkCipher cipher, CancellationToken cancellation)
    {
        if (!ChunkCipher.TryPlainLength(untrusted.Length - start, out long length))
        {
            cipher.Dispose();
            return null;
        }

        SealedFileReader reader = new(untrusted, start, length, cipher);
        try
        {
            Memory<byte> last = reader.SealedChunk(reader.LastChunk);
            await untrusted.ReadExactlyAsync(last, cancellation);
            reader.OpenChunk(reader.LastChunk, last.Span);
            return reader;
        }
        catch (InvalidDataException)
        {
            reader.Wipe();
            return null;
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            Wipe();
            _untrusted.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryFindChunk(int wanted, out long index)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        index = _position / ChunkCipher.ChunkLength;
        return wanted > 0 && _position < Length && index != _chunkIndex;
    }

    /// <summary>Goes to a sealed chunk and gives the buffer to read it into.</summary>
    private Memory<byte> SealedChunk(long index)
    {
        // Until the new chunk is authentic there is none.
        _chunkIndex = NoChunk;
        _untrusted.Position = _start + (index * ChunkCipher.SealedChunkLength);
        long plainLength = Math.Min(ChunkCipher.ChunkLength, Length - (index * ChunkCipher.ChunkLength));
        return _sealedChunk.AsMemory(0, (int)plainLength + ChunkCipher.TagLength);
    }

    private void OpenChunk(long index, ReadOnlySpan<byte> untrustedChunk)
    {
        _chunkLength = untrustedChunk.Length - ChunkCipher.TagLength;
        if (!_cipher.TryOpen(index, index == LastChunk, untrustedChunk, _chunk.AsSpan(0, _chunkLength)))
        {
            throw new InvalidDataException("a chunk of the sealed file is not authentic");
        }

        _chunkIndex = index;
    }

    private int CopyFromChunk(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _position >= Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = _chunk.AsSpan((int)(_position % ChunkCipher.ChunkLength).._chunkLength);
        int count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    private void Wipe()
    {
        _isDisposed = true;
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_chunk);
    }
}
