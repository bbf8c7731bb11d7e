using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>The customer whom a recipient means.</summary>
/// <param name="Code">The customer's own code.</param>
/// <param name="Compartment">Where the customer is.</param>
internal sealed record ResolvedCode(CustomerCode Code, string Compartment);
