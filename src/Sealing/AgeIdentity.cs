using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// An X25519 key pair (RFC 7748) that opens age files sealed to its <see cref="Recipient"/>. Safe to use from several
/// threads.
/// </summary>
public sealed class AgeIdentity : IDisposable
{
    // The text form is upper case; Bech32 computes its checksum over the lower case.
    private const string Prefix = "age-secret-key-";
    private readonly Key _key;

    private AgeIdentity(Key key)
    {
        _key = key;
        Recipient = new AgeRecipient(key.PublicKey);
    }

    /// <summary>The public half.</summary>
    public AgeRecipient Recipient { get; }

    /// <summary>Draws a new key pair.</summary>
    public static AgeIdentity New() => new(Key.Create(KeyAgreementAlgorithm.X25519, NSecKeys.Exportable));

    /// <summary>Takes the private half and wipes the caller's copy.</summary>
    /// <param name="privateKey">32 bytes; all zero afterwards.</param>
    /// <exception cref="ArgumentException"><paramref name="privateKey"/> is not 32 bytes long.</exception>
    public static AgeIdentity TakeFrom(Span<byte> privateKey)
    {
        using SecretBytes secret = KeySize.Take(privateKey);
        return new(NSecKeys.Import(KeyAgreementAlgorithm.X25519, secret));
    }

    /// <summary>
    /// Reads the text form that the <c>age</c> command writes, <c>AGE-SECRET-KEY-1…</c>; false for anything else.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> untrustedText, [NotNullWhen(true)] out AgeIdentity? identity)
    {
        identity = null;
        Span<char> lower = stackalloc char[Bech32.TextLength(Prefix)];
        Span<byte> bytes = stackalloc byte[KeySize.Bytes];
        if (untrustedText.Length == lower.Length && !untrustedText.ContainsAnyInRange('a', 'z'))
        {
            untrustedText.ToLowerInvariant(lower);
            identity = Bech32.TryDecode(Prefix, lower, bytes) ? TakeFrom(bytes) : null;
            lower.Clear();
        }

        return identity is not null;
    }

    /// <summary>A copy of the 32-byte private half, for sealing it.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public SecretBytes CopySecret() => NSecKeys.Export(_key);

    /// <summary>The text form <c>AGE-SECRET-KEY-1…</c> that the <c>age</c> command reads, 74 bytes of ASCII.</summary>
    /// <exception cref="ObjectDisposedException">The key is wiped.</exception>
    public SecretBytes CopyText()
    {
        using SecretBytes secret = CopySecret();
        Span<char> text = stackalloc char[Bech32.TextLength(Prefix)];
        Bech32.Encode(Prefix, secret.Reveal(), text);
        SecretBytes copy = SecretBytes.Uninitialized(text.Length, out Span<byte> toFill);
        for (int i = 0; i < text.Length; i++)
        {
            toFill[i] = (byte)char.ToUpperInvariant(text[i]);
        }

        text.Clear();
        return copy;
    }

    /// <summary>Wipes the private half.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>Opens an X25519 stanza's body; false when it was wrapped for somebody else or changed.</summary>
    internal bool TryUnwrap(ReadOnlySpan<byte> untrustedShare, ReadOnlySpan<byte> untrustedBody, Span<byte> fileKey)
    {
        using SharedSecret? secret = PublicKey.TryImport(
            KeyAgreementAlgorithm.X25519, untrustedShare, KeyBlobFormat.RawPublicKey, out PublicKey? share)
            ? KeyAgreementAlgorithm.X25519.Agree(_key, share!)
            : null;
        if (secret is null)
        {
            return false;
        }

        using Key wrappingKey = AgeHeader.WrappingKey(secret, untrustedShare, Recipient);
        return AeadAlgorithm.ChaCha20Poly1305.Decrypt(wrappingKey, AgeHeader.ZeroNonce, [], untrustedBody, fileKey);
    }
}
