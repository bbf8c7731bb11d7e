using System.Text.Json;

namespace Strongroom.Server.Customers;

/// <summary>New values by field kind; the fields not named stay as they are.</summary>
internal sealed record CorrectRequest
{
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }
}
