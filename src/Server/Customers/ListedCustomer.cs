using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>A customer in a list.</summary>
/// <param name="Code">The code.</param>
/// <param name="Compartment">The compartment.</param>
/// <param name="IsTrashed">Whether it is in the trash.</param>
internal sealed record ListedCustomer(CustomerCode Code, string Compartment, bool IsTrashed);
