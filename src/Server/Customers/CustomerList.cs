namespace Strongroom.Server.Customers;

/// <summary>A page of customers: codes and compartments, nothing personal.</summary>
/// <param name="Items">The customers, in no meaningful order.</param>
/// <param name="Next">Where the next page begins; absent on the last.</param>
internal sealed record CustomerList(IReadOnlyList<ListedCustomer> Items, string? Next);
