using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>A recipient as callers see it.</summary>
internal sealed record RecipientCard
{
    public required RecipientId Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    /// <summary><c>in-use</c>, <c>expired</c> or <c>revoked</c>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The id of who made it.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>How many codes it has in which compartment; left out in lists.</summary>
    public IReadOnlyList<VisibleCount>? Codes { get; init; }

    public static RecipientCard Of(RecipientRow row, DateTimeOffset now) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Purpose = row.Purpose,
        State = row switch
        {
            { RevokedAt: not null } => "revoked",
            _ when row.IsInUse(now) => "in-use",
            _ => "expired",
        },
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        ExpiresAt = row.ExpiresAt,
        RevokedAt = row.RevokedAt,
    };
}
