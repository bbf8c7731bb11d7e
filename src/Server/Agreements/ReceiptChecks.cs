namespace Strongroom.Server.Agreements;

/// <summary>What the server finds of a receipt.</summary>
/// <param name="IsGenuine">Whether every check holds.</param>
/// <param name="Checks">Each of them.</param>
internal sealed record ReceiptChecks(bool IsGenuine, IReadOnlyList<ReceiptCheck> Checks);
