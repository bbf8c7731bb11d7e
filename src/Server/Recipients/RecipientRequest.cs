namespace Strongroom.Server.Recipients;

/// <summary>What makes a recipient.</summary>
internal sealed record RecipientRequest
{
    /// <summary>What the outsider is called, 2 to 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Why it is told of customers, from the list of purposes.</summary>
    public required string Purpose { get; init; }

    /// <summary>When its codes end, ten years from now at the latest; left out where they have no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
