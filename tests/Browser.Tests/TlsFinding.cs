using System.Text.Json.Serialization;

namespace Strongroom.Browser.Tests;

/// <summary>A line of the report of <c>testssl.sh</c>.</summary>
public sealed record TlsFinding(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("finding")] string Finding)
{
    public override string ToString() => $"{Severity} {Id}: {Finding}";
}
