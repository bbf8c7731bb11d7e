namespace Strongroom.Server.Customers.History;

/// <summary>The newest reveals of a customer, newest first.</summary>
/// <param name="Items">At most a hundred.</param>
internal sealed record RevealList(IReadOnlyList<PastReveal> Items);
