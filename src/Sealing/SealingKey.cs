using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// A 256-bit key that seals values, with its generation. Each message has a one-time AES-256-GCM key, derived by HMAC-SHA-512
/// from a random nonce and the context, and commits to key, nonce and context. Safe to use from several threads.
/// Bytes: <c>docs/formats/seal.md</c>.
/// </summary>
public sealed class SealingKey : IDisposable
{
    /// <summary>The longest plaintext in bytes (16 MiB); longer things are files.</summary>
    public const int PlaintextLimit = 16 * 1024 * 1024;

    private const int StackLimit = 1024;
    private readonly SecretBytes _key;

    private SealingKey(SecretBytes key, uint generation)
    {
        _key = key;
        Generation = generation;
    }

    /// <summary>Which of the successive keys for the same purpose this is, 1 or more. It stands in the clear in every sealed value.</summary>
    public uint Generation { get; }

    // The key of a message is used once, so the nonce of AES-GCM can be all zero.
    private static ReadOnlySpan<byte> ZeroNonce => "\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <summary>Draws a new key.</summary>
    /// <param name="generation">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="generation"/> is 0.</exception>
    public static SealingKey New(uint generation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(generation);
        return new(SecretBytes.Random(KeySize.Bytes), generation);
    }

    /// <summary>Takes a key and wipes the caller's copy.</summary>
    /// <param name="key">32 bytes; all zero afterwards.</param>
    /// <param name="generation">1 or more.</param>
    /// <exception cref="ArgumentException">The key is not 32 bytes long, or the generation is 0.</exception>
    public static SealingKey TakeFrom(Span<byte> key, uint generation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(generation);
        return new(KeySize.Take(key), generation);
    }

    /// <summary>The length of a sealed value: 77 bytes and the bucket of the plaintext with its 4-byte length (16, 32, … 1024, then multiples of 1024).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than <see cref="PlaintextLimit"/>.</exception>
    public static int SealedLength(int plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintextLength, PlaintextLimit);
        return SealLayout.Overhead + SealLayout.Bucket(plaintextLength + SealLayout.LengthSize);
    }

    /// <summary>Reads which generation of a key sealed a value. Not authenticated: good for choosing the key to try, nothing else.</summary>
    public static bool TryReadGeneration(ReadOnlySpan<byte> untrustedSealed, out uint generation)
    {
        generation = SealLayout.IsPlausible(untrustedSealed)
            ? BinaryPrimitives.ReadUInt32BigEndian(untrustedSealed[1..])
            : 0;
        return generation > 0;
    }

    /// <summary>Seals a value under its context.</summary>
    /// <returns><see cref="SealedLength"/> bytes.</returns>
    /// <exception cref="ArgumentException">The plaintext is longer than <see cref="PlaintextLimit"/>, or the context is malformed.</exception>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public byte[] Seal(SealContext context, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> nonce = stackalloc byte[SealLayout.NonceLength];
        RandomNumberGenerator.Fill(nonce);
        return Seal(context, plaintext, nonce);
    }

    /// <summary>Opens a sealed value; false when it is malformed, changed, of another key, generation or context.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public bool TryOpen(
        ReadOnlySpan<byte> untrustedSealed, SealContext context, [NotNullWhen(true)] out byte[]? plaintext) =>
        TryOpen(untrustedSealed, context, isSecret: false, out plaintext);

    /// <summary>Seals another key with its generation.</summary>
    /// <returns>141 bytes.</returns>
    /// <exception cref="ObjectDisposedException">One of the keys is wiped.</exception>
    public byte[] SealKey(SealContext context, SealingKey inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Span<byte> text = stackalloc byte[sizeof(uint) + KeySize.Bytes];
        try
        {
            BinaryPrimitives.WriteUInt32BigEndian(text, inner.Generation);
            inner._key.Reveal().CopyTo(text[sizeof(uint)..]);
            inner._key.ThrowIfWipedMeanwhile();
            return Seal(context, text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Opens a key that <see cref="SealKey"/> sealed; false also when it is of another generation than expected.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public bool TryOpenKey(
        ReadOnlySpan<byte> untrustedSealed,
        SealContext context,
        uint innerGeneration,
        [NotNullWhen(true)] out SealingKey? inner)
    {
        inner = null;
        if (!TryOpen(untrustedSealed, context, isSecret: true, out byte[]? text))
        {
            return false;
        }

        try
        {
            if (text.Length == sizeof(uint) + KeySize.Bytes
                && innerGeneration > 0
                && BinaryPrimitives.ReadUInt32BigEndian(text) == innerGeneration)
            {
                inner = TakeFrom(text.AsSpan(sizeof(uint)), innerGeneration);
            }

            return inner is not null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Seals secret bytes of any length up to <see cref="PlaintextLimit"/>.</summary>
    /// <exception cref="ObjectDisposedException">The key or the secret is wiped.</exception>
    public byte[] SealSecret(SealContext context, SecretBytes secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] sealedSecret = Seal(context, secret.Reveal());
        secret.ThrowIfWipedMeanwhile();
        return sealedSecret;
    }

    /// <summary>Opens what <see cref="SealSecret"/> sealed; false as where a value does not open.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public bool TryOpenSecret(
        ReadOnlySpan<byte> untrustedSealed, SealContext context, [NotNullWhen(true)] out SecretBytes? secret)
    {
        secret = TryOpen(untrustedSealed, context, isSecret: true, out byte[]? text)
            ? SecretBytes.TakeFrom(text)
            : null;
        return secret is not null;
    }

    /// <summary>A copy of the key, for sealing it into the keyring.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public SecretBytes CopySecret() => _key.Copy();

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>The construction itself; a fixed nonce is for test vectors.</summary>
    internal byte[] Seal(SealContext context, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> nonce)
    {
        ArgumentNullException.ThrowIfNull(context);
        byte[] output = new byte[SealedLength(plaintext.Length)];
        output[0] = SealLayout.Version;
        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(1), Generation);
        nonce.CopyTo(output.AsSpan(SealLayout.HeaderLength));
        Span<byte> padded = output.AsSpan(SealLayout.PrefixLength..^SealLayout.TagLength);
        BinaryPrimitives.WriteUInt32BigEndian(padded, (uint)plaintext.Length);
        plaintext.CopyTo(padded[SealLayout.LengthSize..]);

        Span<byte> oneTime = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            DeriveOneTimeKey(output, context, oneTime);
            oneTime[KeySize.Bytes..].CopyTo(output.AsSpan(SealLayout.HeaderLength + SealLayout.NonceLength));
            using AesGcm aes = new(oneTime[..KeySize.Bytes], SealLayout.TagLength);
            aes.Encrypt(ZeroNonce, padded, padded, output.AsSpan(^SealLayout.TagLength..));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(oneTime);
        }

        return output;
    }

    private bool TryOpen(
        ReadOnlySpan<byte> untrustedSealed,
        SealContext context,
        bool isSecret,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(context);
        plaintext = null;
        int paddedLength = untrustedSealed.Length - SealLayout.Overhead;
        if (!TryReadGeneration(untrustedSealed, out uint generation) || generation != Generation)
        {
            return false;
        }

        byte[]? rented = paddedLength > StackLimit ? ArrayPool<byte>.Shared.Rent(paddedLength) : null;
        Span<byte> padded = rented is null ? stackalloc byte[StackLimit] : rented;
        padded = padded[..paddedLength];
        try
        {
            if (!TryDecrypt(untrustedSealed, context, padded)
                || !SealLayout.TryUnpad(padded, out ReadOnlySpan<byte> found))
            {
                return false;
            }

            // The collector does not move a pinned array, so wiping a key from it leaves no copy behind.
            plaintext = GC.AllocateUninitializedArray<byte>(found.Length, pinned: isSecret);
            found.CopyTo(plaintext);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private bool TryDecrypt(ReadOnlySpan<byte> untrustedSealed, SealContext context, Span<byte> padded)
    {
        Span<byte> oneTime = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            DeriveOneTimeKey(untrustedSealed, context, oneTime);
            ReadOnlySpan<byte> untrustedCommitment = untrustedSealed.Slice(
                SealLayout.HeaderLength + SealLayout.NonceLength, SealLayout.CommitmentLength);
            if (!CryptographicOperations.FixedTimeEquals(oneTime[KeySize.Bytes..], untrustedCommitment))
            {
                return false;
            }

            using AesGcm aes = new(oneTime[..KeySize.Bytes], SealLayout.TagLength);
            aes.Decrypt(
                ZeroNonce,
                untrustedSealed[SealLayout.PrefixLength..^SealLayout.TagLength],
                untrustedSealed[^SealLayout.TagLength..],
                padded);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(oneTime);
        }
    }

    /// <summary>k ‖ c = HMAC-SHA-512(key, "seal/v1" ‖ header ‖ nonce ‖ SHA-256(context)).</summary>
    private void DeriveOneTimeKey(ReadOnlySpan<byte> sealedStart, SealContext context, Span<byte> oneTime)
    {
        const int LabelLength = 7;
        const int HeadLength = SealLayout.HeaderLength + SealLayout.NonceLength;
        Span<byte> message = stackalloc byte[LabelLength + HeadLength + SHA256.HashSizeInBytes];
        "seal/v1"u8.CopyTo(message);
        sealedStart[..HeadLength].CopyTo(message[LabelLength..]);
        context.Hash(message[(LabelLength + HeadLength)..]);
        HMACSHA512.HashData(_key.Reveal(), message, oneTime);
        _key.ThrowIfWipedMeanwhile();
    }
}
