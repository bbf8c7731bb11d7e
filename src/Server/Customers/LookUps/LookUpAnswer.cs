namespace Strongroom.Server.Customers.LookUps;

/// <summary>The customers that fit, masked, and where it was not possible to look.</summary>
/// <param name="Items">Those that fit whole first, then those to be checked.</param>
/// <param name="Unreachable">Compartments that were not searched, or not to the end.</param>
internal sealed record LookUpAnswer(
    IReadOnlyList<FoundCustomer> Items, IReadOnlyList<UnreachableCompartment> Unreachable);
