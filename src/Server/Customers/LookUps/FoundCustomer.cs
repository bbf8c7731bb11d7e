using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>A customer that fits a look-up.</summary>
/// <param name="Code">The code.</param>
/// <param name="Compartment">The compartment.</param>
/// <param name="Hints">The masks of the customer's fields, by kind; no values.</param>
/// <param name="Check">
/// It fits nearly: a name that sounds the same, or a year of birth that is another or not on record. Make sure.
/// </param>
internal sealed record FoundCustomer(
    CustomerCode Code, string Compartment, IReadOnlyDictionary<string, string> Hints, bool Check = false);
