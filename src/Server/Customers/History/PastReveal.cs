namespace Strongroom.Server.Customers.History;

/// <summary>A reveal that was, without values.</summary>
internal sealed record PastReveal
{
    /// <summary>The number of its audit entry.</summary>
    public required long Entry { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who saw the values, as an id.</summary>
    public required string By { get; init; }

    /// <summary>The kinds that were revealed.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The version of the one field, where an old value was revealed.</summary>
    public long? Version { get; init; }

    public string? Purpose { get; init; }

    public string? Case { get; init; }

    /// <summary>A browser reported that a value was copied.</summary>
    public bool IsCopied { get; init; }
}
