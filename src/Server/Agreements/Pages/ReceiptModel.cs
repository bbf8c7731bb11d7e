namespace Strongroom.Server.Agreements.Pages;

/// <summary>What the page of a receipt shows.</summary>
internal sealed record ReceiptModel
{
    public required ReceiptCard Receipt { get; init; }

    /// <summary>The receipt as programs read it, to be kept.</summary>
    public required string Json { get; init; }

    public required ReceiptChecks Checks { get; init; }
}
