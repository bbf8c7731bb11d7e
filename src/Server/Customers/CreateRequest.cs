using System.Text.Json;

namespace Strongroom.Server.Customers;

/// <summary>What registers a customer.</summary>
internal sealed record CreateRequest
{
    /// <summary>The series of compartments.</summary>
    public required string Compartment { get; init; }

    /// <summary>Values by field kind: a string, or an object for the composite kinds.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }
}
