using System.Text.Json;

namespace Strongroom.Server.Customers;

/// <summary>Values in the clear, when to mask them again, and the entry that says who saw them.</summary>
internal sealed record RevealedFields(
    IReadOnlyDictionary<string, JsonElement> Values, DateTimeOffset ExpiresAt, long Entry);
