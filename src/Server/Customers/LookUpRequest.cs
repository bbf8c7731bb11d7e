using System.Text.Json;

namespace Strongroom.Server.Customers;

/// <summary>What is known of a customer; all fields must fit.</summary>
internal sealed record LookUpRequest
{
    /// <summary>The series; every series assigned where it is left out.</summary>
    public string? Compartment { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }
}
