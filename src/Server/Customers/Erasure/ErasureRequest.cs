namespace Strongroom.Server.Customers.Erasure;

/// <summary>Asks for the erasure of one customer.</summary>
/// <param name="Reason">One of <see cref="ErasureReasons"/>.</param>
internal sealed record ErasureRequest(string Reason);
