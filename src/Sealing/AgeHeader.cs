using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Strongroom.Sealing;

/// <summary>
/// The header of an age v1 file (C2SP age specification), read strictly. Bytes: <c>docs/formats/age.md</c>.
/// </summary>
internal sealed class AgeHeader
{
    /// <summary>The length of a file key in bytes.</summary>
    public const int FileKeyLength = 16;

    /// <summary>The length of the nonce that follows the header.</summary>
    public const int NonceLength = 16;

    /// <summary>The longest header that is read, in bytes.</summary>
    public const int LengthLimit = 64 * 1024;

    private const int MacLength = 32;
    private const int StanzaLimit = 64;

    private readonly List<AgeStanza> _stanzas = [];
    private readonly byte[] _mac = new byte[MacLength];
    private byte[] _authenticated = [];

    private AgeHeader()
    {
    }

    // Each wrapping key is used once, so its nonce can be all zero.
    public static ReadOnlySpan<byte> ZeroNonce => "\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    private static ReadOnlySpan<byte> MacMark => "---"u8;

    private static ReadOnlySpan<byte> Version => "age-encryption.org/v1"u8;

    /// <summary>Wraps a file key for a recipient and returns the whole header.</summary>
    /// <param name="recipient">Who shall open the file.</param>
    /// <param name="fileKey">16 random bytes.</param>
    /// <param name="ephemeral">A key pair of this file's own.</param>
    public static byte[] Write(AgeRecipient recipient, ReadOnlySpan<byte> fileKey, Key ephemeral)
    {
        byte[] share = ephemeral.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        using SharedSecret secret = KeyAgreementAlgorithm.X25519.Agree(ephemeral, recipient.Key)
            ?? throw new InvalidOperationException("the recipient is a point of small order");
        using Key wrappingKey = WrappingKey(secret, share, recipient);
        byte[] body = AeadAlgorithm.ChaCha20Poly1305.Encrypt(wrappingKey, ZeroNonce, [], fileKey);
        string stanza = $"-> X25519 {UnpaddedBase64.Encode(share)}\n{UnpaddedBase64.Encode(body)}\n";
        byte[] authenticated = [.. Version, (byte)'\n', .. Encoding.ASCII.GetBytes(stanza), .. MacMark];
        string mac = UnpaddedBase64.Encode(Mac(fileKey, authenticated));
        return [.. authenticated, .. Encoding.ASCII.GetBytes($" {mac}\n")];
    }

    /// <summary>Reads a header from the start of a file; nothing is authenticated yet.</summary>
    /// <param name="untrusted">The start of the file, or all of it.</param>
    /// <param name="header">The header.</param>
    /// <param name="payload">What follows the header.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out AgeHeader? header, out ReadOnlySpan<byte> payload)
    {
        ReadOnlySpan<byte> limited = untrusted[..Math.Min(untrusted.Length, LengthLimit)];
        ReadOnlySpan<byte> rest = limited;
        AgeHeader found = new();
        bool isRead = TryReadVersion(ref rest) && found.TryReadStanzas(ref rest);
        int macLineStart = limited.Length - rest.Length;
        if (isRead && TryReadLine(ref rest, out ReadOnlySpan<byte> line) && found.TryReadMac(line))
        {
            found._authenticated = limited[..(macLineStart + MacMark.Length)].ToArray();
            header = found;
            payload = untrusted[(limited.Length - rest.Length)..];
            return true;
        }

        header = null;
        payload = default;
        return false;
    }

    /// <summary>Takes the line up to the next line feed; false when there is none.</summary>
    public static bool TryReadLine(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        int end = rest.IndexOf((byte)'\n');
        line = end < 0 ? default : rest[..end];
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }

    /// <summary>The key that wraps a file key, from the agreement between an ephemeral share and a recipient.</summary>
    public static Key WrappingKey(SharedSecret secret, ReadOnlySpan<byte> share, AgeRecipient recipient) =>
        KeyDerivationAlgorithm.HkdfSha256.DeriveKey(
            secret,
            [.. share, .. recipient.ToBytes()],
            "age-encryption.org/v1/X25519"u8,
            AeadAlgorithm.ChaCha20Poly1305);

    /// <summary>
    /// Finds the file key for an identity and checks the header with it; false when the header is forged or for others.
    /// </summary>
    /// <param name="identity">Who opens.</param>
    /// <param name="fileKey">16 bytes to fill.</param>
    public bool TryOpen(AgeIdentity identity, Span<byte> fileKey)
    {
        bool isFound = false;
        foreach (AgeStanza stanza in _stanzas)
        {
            if (!IsWellFormed(stanza, out byte[] share))
            {
                return false;
            }

            isFound = isFound || (share.Length > 0 && identity.TryUnwrap(share, stanza.Body, fileKey));
        }

        return isFound && CryptographicOperations.FixedTimeEquals(Mac(fileKey, _authenticated), _mac);
    }

    private static byte[] Mac(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> authenticated)
    {
        Span<byte> macKey = stackalloc byte[MacLength];
        HKDF.DeriveKey(System.Security.Cryptography.HashAlgorithmName.SHA256, fileKey, macKey, [], "header"u8);
        byte[] mac = HMACSHA256.HashData(macKey, authenticated);
        CryptographicOperations.ZeroMemory(macKey);
        return mac;
    }

    /// <summary>
    /// Checks the shape that the specification gives a stanza of this type; one bad stanza spoils the file.
    /// </summary>
    private bool IsWellFormed(AgeStanza stanza, out byte[] share)
    {
        share = [];
        switch (stanza.Arguments[0])
        {
            case "X25519":
                byte[] bytes = new byte[KeySize.Bytes];
                share = bytes;
                return stanza.Arguments.Count == 2
                    && stanza.Body.Length == FileKeyLength + AeadAlgorithm.ChaCha20Poly1305.TagSize
                    && stanza.Arguments[1].Length == UnpaddedBase64.Encode(bytes).Length
                    && UnpaddedBase64.TryDecode(Encoding.ASCII.GetBytes(stanza.Arguments[1]), bytes, out int length)
                    && length == bytes.Length;
            case "scrypt":
                // A passphrase stands alone, so that a file that opens with one came from who knows it.
                return _stanzas.Count == 1;
            default:
                return true;
        }
    }

    private static bool TryReadVersion(ref ReadOnlySpan<byte> rest) =>
        TryReadLine(ref rest, out ReadOnlySpan<byte> line) && line.Length == Version.Length && line.StartsWith(Version);

    private bool TryReadStanzas(ref ReadOnlySpan<byte> rest)
    {
        while (!rest.StartsWith(MacMark))
        {
            if (_stanzas.Count == StanzaLimit
                || !TryReadLine(ref rest, out ReadOnlySpan<byte> line)
                || !AgeStanza.TryRead(line, ref rest, out AgeStanza? stanza))
            {
                return false;
            }

            _stanzas.Add(stanza);
        }

        return _stanzas.Count > 0;
    }

    private bool TryReadMac(ReadOnlySpan<byte> untrustedLine) =>
        untrustedLine.StartsWith("--- "u8)
        && untrustedLine.Length == "--- "u8.Length + UnpaddedBase64.Encode(_mac).Length
        && UnpaddedBase64.TryDecode(untrustedLine["--- "u8.Length..], _mac, out int length)
        && length == MacLength;
}
