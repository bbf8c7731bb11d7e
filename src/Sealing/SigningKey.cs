using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// An Ed25519 key pair (RFC 8032): signs the keyring and the checkpoints of the log. Safe to use from several threads.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The length of a signature in bytes.</summary>
    public const int SignatureLength = 64;

    // libsodium keeps it outside the heap of the collector, between guard pages.
    private readonly Key _key;

    private SigningKey(Key key)
    {
        _key = key;
        Public = new VerifyingKey(key.PublicKey);
    }

    /// <summary>The public half.</summary>
    public VerifyingKey Public { get; }

    /// <summary>Draws a new key pair.</summary>
    public static SigningKey New() => new(Key.Create(SignatureAlgorithm.Ed25519, NSecKeys.Exportable));

    /// <summary>Takes the secret seed and wipes the caller's copy.</summary>
    /// <param name="seed">32 bytes; all zero afterwards.</param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not 32 bytes long.</exception>
    public static SigningKey TakeFrom(Span<byte> seed)
    {
        using SecretBytes secret = KeySize.Take(seed);
        return new(NSecKeys.Import(SignatureAlgorithm.Ed25519, secret));
    }

    /// <summary>Signs a message of any length.</summary>
    /// <returns>64 bytes.</returns>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <summary>A copy of the 32-byte seed, for sealing it into the keyring.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public SecretBytes CopySeed() => NSecKeys.Export(_key);

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _key.Dispose();
}
