namespace Strongroom.Server.Customers.Confirmations;

/// <summary>Whether the fact matches; nothing of the record.</summary>
/// <param name="Matches">It is what the record says.</param>
/// <param name="TriesLeft">How many misses are left before the customer's checks are locked.</param>
internal sealed record Confirmation(bool Matches, int TriesLeft);
