using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements.Pages;

/// <summary>What the page shows on which a receipt is checked.</summary>
internal sealed record VerifyModel
{
    /// <summary>As it was pasted.</summary>
    public string Receipt { get; init; } = string.Empty;

    public ReceiptChecks? Checks { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
