namespace Strongroom.Server.Customers.Erasure;

/// <summary>Places a hold on a customer.</summary>
/// <param name="Case">The number of the case or matter, up to 64 characters.</param>
internal sealed record HoldRequest(string Case);
