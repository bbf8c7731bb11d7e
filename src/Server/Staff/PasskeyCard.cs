namespace Strongroom.Server.Staff;

/// <summary>A passkey as its holder sees it.</summary>
internal sealed record PasskeyCard
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Its holder's other machines have it, or may get it.</summary>
    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; init; }

    public override string ToString() => $"{nameof(PasskeyCard)} {Id}";

    public static PasskeyCard Of(PasskeyRow row) => new()
    {
        Id = row.Id.ToString(),
        Name = row.Name,
        CreatedAt = row.CreatedAt,
        UsedAt = row.UsedAt,
        IsBackupEligible = row.IsBackupEligible,
        IsBackedUp = row.IsBackedUp,
    };
}
