using System.Buffers.Binary;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The STREAM construction of age: chunks of 64 KiB under ChaCha20-Poly1305, whose nonce is the chunk's number (11
/// bytes, big-endian) and a byte that is 1 for the last chunk. Only an empty content has an empty chunk.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    public const int ChunkLength = 64 * 1024;
    public const int TagLength = 16;
    public const int SealedChunkLength = ChunkLength + TagLength;

    private const int NonceLength = 12;
    private readonly Key _key;

    private ChunkCipher(Key key) => _key = key;

    /// <summary>Derives the key of the chunks by HKDF-SHA-256.</summary>
    public static ChunkCipher Derive(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> purpose)
    {
        Span<byte> key = stackalloc byte[KeySize.Bytes];
        HKDF.DeriveKey(System.Security.Cryptography.HashAlgorithmName.SHA256, fileKey, key, nonce, purpose);
        try
        {
            return new(Key.Import(AeadAlgorithm.ChaCha20Poly1305, key, KeyBlobFormat.RawSymmetricKey));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The length of all chunks of a content.</summary>
    public static long SealedLength(long plainLength) => plainLength + (ChunkCount(plainLength) * TagLength);

    /// <summary>The length of the content of so many bytes of chunks; false when no content has that length.</summary>
    public static bool TryPlainLength(long sealedLength, out long plainLength)
    {
        long chunks = (sealedLength + SealedChunkLength - 1) / SealedChunkLength;
        plainLength = sealedLength - (chunks * TagLength);
        return sealedLength >= TagLength && plainLength >= 0 && SealedLength(plainLength) == sealedLength;
    }

    /// <summary>The number of chunks, at least 1.</summary>
    public static long ChunkCount(long plainLength) => Math.Max(1, (plainLength + ChunkLength - 1) / ChunkLength);

    /// <summary>Seals one chunk; the output is 16 bytes longer.</summary>
    public void Seal(long index, bool isLast, ReadOnlySpan<byte> plaintext, Span<byte> destination)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        WriteNonce(nonce, index, isLast);
        AeadAlgorithm.ChaCha20Poly1305.Encrypt(_key, nonce, [], plaintext, destination);
    }

    /// <summary>Opens one chunk; false when it is forged, at another place, or the end stands elsewhere.</summary>
    public bool TryOpen(long index, bool isLast, ReadOnlySpan<byte> untrustedChunk, Span<byte> destination)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        WriteNonce(nonce, index, isLast);
        return AeadAlgorithm.ChaCha20Poly1305.Decrypt(_key, nonce, [], untrustedChunk, destination);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _key.Dispose();

    private static void WriteNonce(Span<byte> nonce, long index, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[(NonceLength - 1 - sizeof(long))..], index);
        nonce[NonceLength - 1] = isLast ? (byte)1 : (byte)0;
    }
}
