using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// A file sealed under a key that we hold: a random file key in a header of 196 bytes, then chunks of 64 KiB. Cut
/// short, reordered or extended files are refused, and any range reads without the rest. Bytes:
/// <c>docs/formats/file.md</c>.
/// </summary>
public static class SealedFile
{
    private const int NonceLength = 16;
    private const int MacLength = 32;

    // magic ‖ version ‖ file key sealed as a value ‖ nonce ‖ MAC
    private const int SealedKeyStart = 7;
    private const int SealedKeyLength = SealLayout.Overhead + 64;
    private const int NonceStart = SealedKeyStart + SealedKeyLength;
    private const int MacStart = NonceStart + NonceLength;

    /// <summary>The length of the header in bytes.</summary>
    public const int HeaderLength = MacStart + MacLength;

    private static ReadOnlySpan<byte> MagicAndVersion => "SRFILE\u0001"u8;

    private static ReadOnlySpan<byte> MacPurpose => "strongroom file header"u8;

    private static ReadOnlySpan<byte> ContentPurpose => "strongroom file content"u8;

    /// <summary>The length of the sealed file of a content.</summary>
    /// <param name="plainLength">Length of the content in bytes, 0 or more.</param>
    public static long SealedLength(long plainLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plainLength);
        return HeaderLength + ChunkCipher.SealedLength(plainLength);
    }

    /// <summary>Seals a stream.</summary>
    /// <param name="plain">Read to its end; left open.</param>
    /// <param name="destination">Gets the sealed file; left open, not flushed.</param>
    /// <param name="key">The key that the file key is sealed under.</param>
    /// <param name="context">What the file is and whose; of a type that only files have.</param>
    /// <param name="cancellation">Stops in between chunks; what was written then is no valid file.</param>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public static async Task SealAsync(
        Stream plain, Stream destination, SealingKey key, SealContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plain);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(key);
        using SecretBytes fileKey = SecretBytes.Random(KeySize.Bytes);
        byte[] sealedKey = key.SealSecret(context, fileKey);
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceLength);
        await destination.WriteAsync(Header(fileKey, sealedKey, nonce), cancellation);
        using ChunkCipher cipher = ChunkCipher.Derive(fileKey.Reveal(), nonce, ContentPurpose);
        await ChunkWriter.CopyAsync(plain, destination, cipher, cancellation);
    }

    /// <summary>Opens a sealed file for reading from any place; its length is authentic once it is open.</summary>
    /// <param name="untrusted">The file from its first byte on; must be able to seek. The reader closes it; it stays
    /// open where there is none.</param>
    /// <param name="key">The key of the generation that sealed it.</param>
    /// <param name="context">The context that it was sealed with.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The content, or null when the file is malformed, forged, cut short, extended, or of another key or
    /// context.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public static async Task<SealedFileReader?> TryOpenAsync(
        Stream untrusted, SealingKey key, SealContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(untrusted);
        ArgumentNullException.ThrowIfNull(key);
        if (!untrusted.CanSeek)
        {
            throw new ArgumentException("a sealed file is opened from a stream that can seek", nameof(untrusted));
        }

        byte[] header = new byte[HeaderLength];
        untrusted.Position = 0;
        int length = await untrusted.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation);
        return length == HeaderLength && TryOpenHeader(header, key, context, out ChunkCipher? cipher)
            ? await SealedFileReader.TryOpenAsync(untrusted, HeaderLength, cipher, cancellation)
            : null;
    }

    /// <summary>
    /// Reads which generation of a key sealed a file. Not authenticated: good for choosing the key to try, nothing
    /// else.
    /// </summary>
    /// <param name="untrustedStart">The first 196 bytes of the file, or more.</param>
    /// <param name="generation">The generation, 1 or more.</param>
    public static bool TryReadGeneration(ReadOnlySpan<byte> untrustedStart, out uint generation)
    {
        generation = 0;
        return untrustedStart.Length >= HeaderLength
            && untrustedStart.StartsWith(MagicAndVersion)
            && SealingKey.TryReadGeneration(untrustedStart[SealedKeyStart..NonceStart], out generation);
    }

    /// <summary>The header of given secrets: fixed ones are for test vectors.</summary>
    internal static byte[] Header(SecretBytes fileKey, ReadOnlySpan<byte> sealedKey, ReadOnlySpan<byte> nonce)
    {
        byte[] header = [.. MagicAndVersion, .. sealedKey, .. nonce, .. stackalloc byte[MacLength]];
        Mac(fileKey, header).CopyTo(header.AsSpan(MacStart));
        return header;
    }

    private static bool TryOpenHeader(
        ReadOnlySpan<byte> untrusted, SealingKey key, SealContext context, [NotNullWhen(true)] out ChunkCipher? cipher)
    {
        cipher = null;
        if (!untrusted.StartsWith(MagicAndVersion)
            || !key.TryOpenSecret(untrusted[SealedKeyStart..NonceStart], context, out SecretBytes? fileKey))
        {
            return false;
        }

        using (fileKey)
        {
            cipher = fileKey.Length == KeySize.Bytes
                && CryptographicOperations.FixedTimeEquals(Mac(fileKey, untrusted), untrusted[MacStart..])
                ? ChunkCipher.Derive(fileKey.Reveal(), untrusted[NonceStart..MacStart], ContentPurpose)
                : null;
            return cipher is not null;
        }
    }

    private static byte[] Mac(SecretBytes fileKey, ReadOnlySpan<byte> header)
    {
        Span<byte> macKey = stackalloc byte[MacLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey.Reveal(), macKey, [], MacPurpose);
        byte[] mac = HMACSHA256.HashData(macKey, header[..MacStart]);
        CryptographicOperations.ZeroMemory(macKey);
        return mac;
    }
}
