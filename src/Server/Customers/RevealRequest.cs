namespace Strongroom.Server.Customers;

/// <summary>Which fields, and why.</summary>
internal sealed record RevealRequest
{
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>An earlier version of the one field named; the newest where it is left out.</summary>
    public long? Version { get; init; }

    /// <summary>From the list of purposes.</summary>
    public string? Purpose { get; init; }

    /// <summary>The case's number; optional, up to 64 characters.</summary>
    public string? Case { get; init; }

    /// <summary>The person was asked whether so many reveals are needed, and said so.</summary>
    public bool Confirmed { get; init; }
}
