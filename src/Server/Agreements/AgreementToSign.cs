namespace Strongroom.Server.Agreements;

/// <summary>The current version as one member of staff meets it.</summary>
internal sealed record AgreementToSign
{
    public required AgreementCard Agreement { get; init; }

    /// <summary>The member's own receipt, once it is signed.</summary>
    public ReceiptCard? Receipt { get; init; }

    /// <summary>The version that the member signed last before this one.</summary>
    public AgreementCard? Earlier { get; init; }
}
