using System.Text.Json;

namespace Strongroom.Server.Customers;

/// <summary>New values by field kind; the fields not named stay as they are.</summary>
internal sealed record CorrectRequest
{
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    /// <summary>Why, from the list of purposes; optional.</summary>
    public string? Purpose { get; init; }

    /// <summary>The case's number; optional, up to 64 characters.</summary>
    public string? Case { get; init; }
}
