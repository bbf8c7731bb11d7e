namespace Strongroom.Server.Customers;

/// <summary>Which fields, and why.</summary>
internal sealed record RevealRequest
{
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>From the list of purposes.</summary>
    public string? Purpose { get; init; }

    /// <summary>The case's number; optional, up to 64 characters.</summary>
    public string? Case { get; init; }
}
