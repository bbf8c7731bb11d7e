using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>Seals a stream chunk by chunk, with no more than two chunks of plaintext in memory.</summary>
internal static class ChunkWriter
{
    public static async Task CopyAsync(
        Stream plain, Stream destination, ChunkCipher cipher, CancellationToken cancellation)
    {
        byte[] current = GC.AllocateUninitializedArray<byte>(ChunkCipher.ChunkLength, pinned: true);
        byte[] next = GC.AllocateUninitializedArray<byte>(ChunkCipher.ChunkLength, pinned: true);
        byte[] sealedChunk = new byte[ChunkCipher.SealedChunkLength];
        try
        {
            int length = await FillAsync(plain, current, cancellation);
            for (long index = 0; ; index++)
            {
                // Whether a chunk is the last is in its nonce, so the next one is read first.
                int nextLength = length < current.Length ? 0 : await FillAsync(plain, next, cancellation);
                Memory<byte> output = sealedChunk.AsMemory(0, length + ChunkCipher.TagLength);
                cipher.Seal(index, nextLength == 0, current.AsSpan(0, length), output.Span);
                await destination.WriteAsync(output, cancellation);
                if (nextLength == 0)
                {
                    return;
                }

                (current, next) = (next, current);
                length = nextLength;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(current);
            CryptographicOperations.ZeroMemory(next);
        }
    }

    /// <summary>Seals bytes that are in memory.</summary>
    public static void Copy(ReadOnlySpan<byte> plaintext, Span<byte> destination, ChunkCipher cipher)
    {
        long count = ChunkCipher.ChunkCount(plaintext.Length);
        for (long index = 0; index < count; index++)
        {
            int length = Math.Min(plaintext.Length, ChunkCipher.ChunkLength);
            int sealedLength = length + ChunkCipher.TagLength;
            cipher.Seal(index, index == count - 1, plaintext[..length], destination[..sealedLength]);
            plaintext = plaintext[length..];
            destination = destination[sealedLength..];
        }
    }

    private static ValueTask<int> FillAsync(Stream plain, byte[] buffer, CancellationToken cancellation) =>
        plain.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
}
