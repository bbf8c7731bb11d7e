using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The public half of an <see cref="AgeIdentity"/>, to which anyone can seal: text form <c>age1…</c> (62 characters of
/// Bech32).
/// </summary>
public sealed record AgeRecipient : IParsable<AgeRecipient>
{
    private const string Prefix = "age";
    private readonly PublicKey _key;

    internal AgeRecipient(PublicKey key) => _key = key;

    internal PublicKey Key => _key;

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form.</exception>
    public static AgeRecipient Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static AgeRecipient Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out AgeRecipient? recipient)
        ? recipient
        : throw new FormatException("this is not an age recipient: expected age1 and 58 characters");

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out AgeRecipient? result)
    {
        Span<byte> bytes = stackalloc byte[KeySize.Bytes];
        result = null;
        return Bech32.TryDecode(Prefix, s, bytes) && TryFromBytes(bytes, out result);
    }

    /// <summary>Reads the 32 bytes of <see cref="ToBytes"/>; false when they cannot be a key.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> untrustedBytes, [NotNullWhen(true)] out AgeRecipient? recipient)
    {
        recipient = null;
        if (PublicKey.TryImport(
                KeyAgreementAlgorithm.X25519, untrustedBytes, KeyBlobFormat.RawPublicKey, out PublicKey? key)
            && key!.Export(KeyBlobFormat.RawPublicKey).AsSpan().IndexOf(untrustedBytes) == 0
            && HasLargeOrder(key))
        {
            recipient = new AgeRecipient(key);
        }

        return recipient is not null;
    }

    /// <summary>The 32 bytes of RFC 7748.</summary>
    public byte[] ToBytes() => _key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Bech32.TextLength(Prefix)];
        Bech32.Encode(Prefix, ToBytes(), text);
        return new string(text);
    }

    // With a point of small order every agreement ends in zeros, so anyone could open what is sealed to it.
    private static bool HasLargeOrder(PublicKey key)
    {
        using Key any = NSec.Cryptography.Key.Create(KeyAgreementAlgorithm.X25519);
        using SharedSecret? secret = KeyAgreementAlgorithm.X25519.Agree(any, key);
        return secret is not null;
    }
}
