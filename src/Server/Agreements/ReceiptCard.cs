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

    /// <summary><c>acceptance</c>: under password and authenticator, not by a key of the signer's own.</summary>
    public required string Method { get; init; }

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
        SignedAt = row.SignedAt,
        Entry = row.Entry,
    };
}
