using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>A customer in a list.</summary>
/// <param name="Code">The code.</param>
/// <param name="Compartment">The compartment.</param>
/// <param name="IsTrashed">Whether it is in the trash.</param>
/// <param name="TrashedAt">Since when; absent where it is not.</param>
/// <param name="DaysLeft">How many whole days the trash still keeps it; absent where it is not there.</param>
internal sealed record ListedCustomer(
    CustomerCode Code, string Compartment, bool IsTrashed, DateTimeOffset? TrashedAt, int? DaysLeft);
