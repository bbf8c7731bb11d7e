using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// A 256-bit key that seals values, with its generation. Each message has a one-time AES-256-GCM key, derived by
/// HMAC-SHA-512 from a random nonce and the context, and commits to key, nonce and context. Safe to use from several
/// threads. Bytes: <c>docs/formats/seal.md</c>.
/// </summary>
public sealed class SealingKey : IDisposable
{
    /// <summary>The longest plaintext in bytes (16 MiB); longer things are files.</summary>
    public const int PlaintextLimit = 16 * 1024 * 1024;

    private readonly SecretBytes _key;

    private SealingKey(SecretBytes key, uint generation)
    {
        _key = key;
        Generation = generation;
    }

    /// <summary>
    /// Which of the successive keys for the same purpose this is, 1 or more. It stands in the clear in every sealed
    /// value.
    /// </summary>
    public uint Generation { get; }

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

    /// <summary>
    /// The length of a sealed value: 77 bytes and the bucket of the plaintext with its 4-byte length (16, 32, … 1024,
    /// then multiples of 1024).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than <see cref="PlaintextLimit"/>.</exception>
    public static int SealedLength(int plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintextLength, PlaintextLimit);
        return SealLayout.Overhead + SealLayout.Bucket(plaintextLength + SealLayout.LengthSize);
    }

    /// <summary>
    /// Reads which generation of a key sealed a value. Not authenticated: good for choosing the key to try, nothing
    /// else.
    /// </summary>
    public static bool TryReadGeneration(ReadOnlySpan<byte> untrustedSealed, out uint generation)
    {
        generation = SealLayout.IsPlausible(untrustedSealed)
            ? BinaryPrimitives.ReadUInt32BigEndian(untrustedSealed[1..])
            : 0;
        return generation > 0;
    }

    /// <summary>Seals a value under its context.</summary>
    /// <returns><see cref="SealedLength"/> bytes.</returns>
    /// <exception cref="ArgumentException">The plaintext is longer than <see cref="PlaintextLimit"/>, or the context is
    /// malformed.</exception>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public byte[] Seal(SealContext context, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> nonce = stackalloc byte[SealLayout.NonceLength];
        RandomNumberGenerator.Fill(nonce);
        return Seal(context, plaintext, nonce);
    }

    /// <summary>
    /// Opens a sealed value; false when it is malformed, changed, of another key, generation or context.
    /// </summary>
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

    /// <summary>
    /// Opens a key that <see cref="SealKey"/> sealed; false also when it is of another generation than expected.
    /// </summary>
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

    /// <summary>A fixed nonce is for test vectors.</summary>
    internal byte[] Seal(SealContext context, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> nonce)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SealedValue.Seal(_key, Generation, context, plaintext, nonce);
    }

    private bool TryOpen(
        ReadOnlySpan<byte> untrustedSealed,
        SealContext context,
        bool isSecret,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(context);
        plaintext = null;
        return TryReadGeneration(untrustedSealed, out uint generation)
            && generation == Generation
            && SealedValue.TryOpen(_key, untrustedSealed, context, isSecret, out plaintext);
    }
}
