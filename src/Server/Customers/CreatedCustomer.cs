using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// The answer to a registration: the code, and the compartment of the series that took the customer in.
/// </summary>
internal sealed record CreatedCustomer(CustomerCode Code, string Compartment);
