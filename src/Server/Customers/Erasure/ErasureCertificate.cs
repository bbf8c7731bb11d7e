using System.Text.Json;
using Strongroom.Server.Audit;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// The evidence of an erasure: which keys were destroyed, when, how it was checked, and from when on no backup opens
/// the data either (NIST SP 800-88r2, cryptographic erase). It holds the code and no word of the customer. Bytes:
/// <c>docs/formats/erasure-certificate.md</c>.
/// </summary>
internal sealed record ErasureCertificate
{
    /// <summary>How long backups of keys live at most.</summary>
    public const int KeyBackupDays = 35;

    private const string Label = "erasure-certificate/v1";

    public string Format { get; init; } = "strongroom-erasure/1";

    /// <summary>The log that has the entries.</summary>
    public required string Log { get; init; }

    /// <summary>The entry under which it was asked.</summary>
    public required long Entry { get; init; }

    public required string Code { get; init; }

    public required string Compartment { get; init; }

    public required string Handle { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Which of the customer's keys is destroyed.</summary>
    public required int CustomerKeyEpoch { get; init; }

    /// <summary>The generation of the compartment's key that opened it, which is destroyed with it.</summary>
    public required uint CompartmentKeyGeneration { get; init; }

    public required uint NextGeneration { get; init; }

    /// <summary>How many keys of others were sealed anew.</summary>
    public required int KeysSealedAnew { get; init; }

    /// <summary>The revision of the keyring that no longer holds the compartment's former key.</summary>
    public required long KeyringRevision { get; init; }

    public required int Documents { get; init; }

    public required int Files { get; init; }

    /// <summary>What was looked at afterwards, each found so.</summary>
    public required IReadOnlyList<string> Checked { get; init; }

    /// <summary>From this day on no backup of keys that opens the data is left.</summary>
    public required DateOnly UnreadableInBackupsFrom { get; init; }

    /// <summary>The public half of the log's signing key, base 64.</summary>
    public required string Signer { get; init; }

    /// <summary>Ed25519 over the label and this text with an empty signature, base 64.</summary>
    public string Signature { get; init; } = string.Empty;

    public ErasureCertificate SignedBy(AuditWriter audit) =>
        this with { Signature = Convert.ToBase64String(audit.Sign(Label, (this with { Signature = "" }).ToBytes())) };

    /// <summary>The one text of the certificate, UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CustomersJson.Default.ErasureCertificate);
}
