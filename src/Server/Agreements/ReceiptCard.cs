using System.Buffers.Text;
using System.Text.Json.Serialization;

namespace Strongroom.Server.Agreements;

/// <summary>
/// The signer's proof: everything that the hash is made of, but for the text, which <see cref="Agreement"/> names.
/// </summary>
internal sealed record ReceiptCard
{
    public required long Receipt { get; init; }

    public required string Agreement { get; init; }

    public required long Version { get; init; }

    public required string TextSha256 { get; init; }

    /// <summary>The signer's id.</summary>
    public required string Signer { get; init; }

    /// <summary>As the signer typed it.</summary>
    public required string Name { get; init; }

    public required string Nonce { get; init; }

    /// <summary>What was signed, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// <c>passkey</c>: signed by a key of the signer's own; <c>acceptance</c>: under a log-in with a second factor.
    /// </summary>
    public required string Method { get; init; }

    /// <summary>What the signer was shown.</summary>
    public string? Displayed { get; init; }

    /// <summary>The passkey's public key, COSE, base64url; this and what follows only where a passkey signed.</summary>
    public string? PublicKey { get; init; }

    public string? Credential { get; init; }

    public string? AuthenticatorData { get; init; }

    [JsonPropertyName("clientDataJSON")]
    public string? ClientDataJson { get; init; }

    public string? Signature { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The number of the audit log's entry.</summary>
    public required long Entry { get; init; }

    public override string ToString() => $"{nameof(ReceiptCard)} {Receipt}";

    public static ReceiptCard Of(SignatureRow row, AgreementRow agreement) => new()
    {
        Receipt = row.Receipt,
        Agreement = row.Agreement.ToString(),
        Version = agreement.Version,
        TextSha256 = Convert.ToHexStringLower(agreement.TextHash),
        Signer = row.Staff.ToString(),
        Name = row.Name,
        Nonce = Convert.ToHexStringLower(row.Nonce),
        Hash = Convert.ToHexStringLower(row.Hash),
        Method = row.Method,
        Displayed = row.Displayed,
        PublicKey = Write(row.PublicKey),
        Credential = Write(row.Credential),
        AuthenticatorData = Write(row.Authenticator),
        ClientDataJson = Write(row.Browser),
        Signature = Write(row.Assertion),
        SignedAt = row.SignedAt,
        Entry = row.Entry,
    };

    private static string? Write(byte[]? bytes) => bytes is null ? null : Base64Url.EncodeToString(bytes);
}
