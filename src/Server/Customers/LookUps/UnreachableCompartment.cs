namespace Strongroom.Server.Customers.LookUps;

/// <summary>A compartment that a look-up could not search.</summary>
/// <param name="Compartment">Its name.</param>
/// <param name="Why"><c>closed</c> or <c>damaged</c>.</param>
internal sealed record UnreachableCompartment(string Compartment, string Why);
