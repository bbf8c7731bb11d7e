using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The public half of a <see cref="SigningKey"/>: 32 bytes; text form is their base 64 (44 characters).
/// </summary>
public sealed record VerifyingKey : IParsable<VerifyingKey>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private const int TextLength = 44;
    private readonly PublicKey _key;

    internal VerifyingKey(PublicKey key) => _key = key;

    /// <summary>Reads the 32 bytes of <see cref="ToBytes"/>.</summary>
    /// <exception cref="ArgumentException">They are not 32 bytes.</exception>
    public static VerifyingKey FromBytes(ReadOnlySpan<byte> bytes) => TryFromBytes(bytes, out VerifyingKey? key)
        ? key
        : throw new ArgumentException($"a verifying key has {Length} bytes", nameof(bytes));

    /// <summary>Reads the 32 bytes of <see cref="ToBytes"/>; false when they cannot be a key.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> untrustedBytes, [NotNullWhen(true)] out VerifyingKey? key)
    {
        key = PublicKey.TryImport(
            SignatureAlgorithm.Ed25519, untrustedBytes, KeyBlobFormat.RawPublicKey, out PublicKey? imported)
            ? new VerifyingKey(imported!)
            : null;
        return key is not null;
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form.</exception>
    public static VerifyingKey Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static VerifyingKey Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out VerifyingKey? key)
        ? key
        : throw new FormatException("this is not a verifying key: expected 44 characters of base 64");

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out VerifyingKey? result)
    {
        result = null;
        Span<byte> bytes = stackalloc byte[Length];

        // Printed again and compared: base 64 has several spellings of the same bytes.
        return s?.Length == TextLength
            && Convert.TryFromBase64String(s, bytes, out int written)
            && TryFromBytes(bytes[..written], out result)
            && string.Equals(result.ToString(), s, StringComparison.Ordinal);
    }

    /// <summary>Whether the signature is the key's over exactly this message.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> untrustedSignature) =>
        SignatureAlgorithm.Ed25519.Verify(_key, message, untrustedSignature);

    /// <summary>The 32 bytes of RFC 8032.</summary>
    public byte[] ToBytes() => _key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>The text form.</summary>
    public override string ToString() => Convert.ToBase64String(ToBytes());
}
