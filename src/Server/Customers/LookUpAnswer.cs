namespace Strongroom.Server.Customers;

/// <summary>The customers that fit, masked.</summary>
internal sealed record LookUpAnswer(IReadOnlyList<FoundCustomer> Items);
