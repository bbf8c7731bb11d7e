using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>A customer that fits a look-up.</summary>
/// <param name="Code">The code.</param>
/// <param name="Compartment">The compartment.</param>
/// <param name="Hints">The masks of the customer's fields, by kind; no values.</param>
internal sealed record FoundCustomer(CustomerCode Code, string Compartment, IReadOnlyDictionary<string, string> Hints);
