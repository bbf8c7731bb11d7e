using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// age v1 files for one X25519 recipient; the <c>age</c> command reads and writes the same. An age file does not say
/// who sealed it: sign it, or treat its content as untrusted. Bytes: <c>docs/formats/age.md</c>.
/// </summary>
public static class AgeFile
{
    private static ReadOnlySpan<byte> PayloadPurpose => "payload"u8;

    /// <summary>Seals bytes to a recipient.</summary>
    /// <param name="plaintext">Any number of bytes; its length shows in the file's.</param>
    /// <param name="recipient">Who can open it.</param>
    /// <returns>The binary file: a header of 168 bytes, a nonce of 16, and the content with 16 bytes more for each 64
    /// KiB begun.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> plaintext, AgeRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        (byte[] start, ChunkCipher cipher) = Begin(recipient);
        using (cipher)
        {
            byte[] file = new byte[start.Length + ChunkCipher.SealedLength(plaintext.Length)];
            start.CopyTo(file, 0);
            ChunkWriter.Copy(plaintext, file.AsSpan(start.Length), cipher);
            return file;
        }
    }

    /// <summary>Seals a stream to a recipient, chunk by chunk.</summary>
    /// <param name="plain">Read to its end; left open.</param>
    /// <param name="destination">Gets the binary file; left open, not flushed.</param>
    /// <param name="recipient">Who can open it.</param>
    /// <param name="cancellation">Stops in between chunks; what was written then is no valid file.</param>
    public static async Task SealAsync(
        Stream plain, Stream destination, AgeRecipient recipient, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plain);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(recipient);
        (byte[] start, ChunkCipher cipher) = Begin(recipient);
        using (cipher)
        {
            await destination.WriteAsync(start, cancellation);
            await ChunkWriter.CopyAsync(plain, destination, cipher, cancellation);
        }
    }

    /// <summary>
    /// Opens a whole file in memory; false when it is malformed, changed, armored or for somebody else.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The identity is wiped.</exception>
    public static bool TryOpen(
        ReadOnlySpan<byte> untrusted, AgeIdentity identity, [NotNullWhen(true)] out SecretBytes? plaintext)
    {
        ArgumentNullException.ThrowIfNull(identity);
        plaintext = null;
        if (!TryBegin(untrusted, identity, out ChunkCipher? cipher, out int start))
        {
            return false;
        }

        using (cipher)
        {
            plaintext = OpenChunks(untrusted[start..], cipher);
            return plaintext is not null;
        }
    }

    /// <summary>Opens a file for reading from any place.</summary>
    /// <param name="untrusted">The binary file from its first byte on; must be able to seek. The reader closes it; it
    /// stays open where there is none.</param>
    /// <param name="identity">Who opens.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The content, or null when the file is malformed, cut short, of wrong length, or for somebody
    /// else.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static async Task<SealedFileReader?> TryOpenAsync(
        Stream untrusted, AgeIdentity identity, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(untrusted);
        ArgumentNullException.ThrowIfNull(identity);
        if (!untrusted.CanSeek)
        {
            throw new ArgumentException("an age file is opened from a stream that can seek", nameof(untrusted));
        }

        byte[] head = new byte[AgeHeader.LengthLimit + AgeHeader.NonceLength];
        untrusted.Position = 0;
        int length = await untrusted.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return TryBegin(head.AsSpan(0, length), identity, out ChunkCipher? cipher, out int start)
            ? await SealedFileReader.TryOpenAsync(untrusted, start, cipher, cancellation)
            : null;
    }

    /// <summary>Header and nonce of a file, from given secrets: fixed ones are for test vectors.</summary>
    internal static (byte[] Start, ChunkCipher Cipher) Begin(
        AgeRecipient recipient, ReadOnlySpan<byte> fileKey, Key ephemeral, ReadOnlySpan<byte> nonce) =>
        ([.. AgeHeader.Write(recipient, fileKey, ephemeral), .. nonce],
            ChunkCipher.Derive(fileKey, nonce, PayloadPurpose));

    private static (byte[] Start, ChunkCipher Cipher) Begin(AgeRecipient recipient)
    {
        Span<byte> fileKey = stackalloc byte[AgeHeader.FileKeyLength];
        Span<byte> nonce = stackalloc byte[AgeHeader.NonceLength];
        RandomNumberGenerator.Fill(fileKey);
        RandomNumberGenerator.Fill(nonce);
        using Key ephemeral = Key.Create(KeyAgreementAlgorithm.X25519);
        try
        {
            return Begin(recipient, fileKey, ephemeral, nonce);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    private static bool TryBegin(
        ReadOnlySpan<byte> untrusted, AgeIdentity identity, [NotNullWhen(true)] out ChunkCipher? cipher, out int start)
    {
        cipher = null;
        start = 0;
        Span<byte> fileKey = stackalloc byte[AgeHeader.FileKeyLength];
        try
        {
            if (!AgeHeader.TryRead(untrusted, out AgeHeader? header, out ReadOnlySpan<byte> payload)
                || payload.Length < AgeHeader.NonceLength
                || !header.TryOpen(identity, fileKey))
            {
                return false;
            }

            cipher = ChunkCipher.Derive(fileKey, payload[..AgeHeader.NonceLength], PayloadPurpose);
            start = untrusted.Length - payload.Length + AgeHeader.NonceLength;
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    private static SecretBytes? OpenChunks(ReadOnlySpan<byte> untrustedChunks, ChunkCipher cipher)
    {
        if (!ChunkCipher.TryPlainLength(untrustedChunks.Length, out long plainLength))
        {
            return null;
        }

        SecretBytes plaintext = SecretBytes.Uninitialized((int)plainLength, out Span<byte> toFill);
        long count = ChunkCipher.ChunkCount(plainLength);
        for (long index = 0; index < count; index++)
        {
            int length = Math.Min(toFill.Length, ChunkCipher.ChunkLength);
            int sealedLength = length + ChunkCipher.TagLength;
            if (!cipher.TryOpen(index, index == count - 1, untrustedChunks[..sealedLength], toFill[..length]))
            {
                plaintext.Dispose();
                return null;
            }

            untrustedChunks = untrustedChunks[sealedLength..];
            toFill = toFill[length..];
        }

        return plaintext;
    }
}
