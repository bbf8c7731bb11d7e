namespace Strongroom.Server.Staff;

/// <summary>A member of staff as colleagues see one.</summary>
internal sealed record StaffCard
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary><c>invited</c>, <c>active</c> or <c>suspended</c>.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    public DateTimeOffset? ScreenedUntil { get; init; }

    /// <summary>What a screening must have covered; empty means that any screening will do.</summary>
    public required IReadOnlyList<string> ScreeningItems { get; init; }

    /// <summary>The screening is the person's own word, given at the founding.</summary>
    public required bool IsScreeningFounding { get; init; }

    public required bool HasSignedAgreement { get; init; }

    public DateTimeOffset? LoggedInAt { get; init; }

    /// <summary>For <c>If-Match</c>.</summary>
    public required long Version { get; init; }

    public override string ToString() => $"{nameof(StaffCard)} {Id}";

    public static StaffCard Of(StaffRow row, bool isSigned) => new()
    {
        Id = row.Id.ToString(),
        Email = row.Email,
        Name = row.Name,
        State = row.State switch
        {
            StaffState.Invited => "invited",
            StaffState.Active => "active",
            _ => "suspended",
        },
        Roles = [.. row.Roles.Select(RoleNames.Write)],
        Series = row.Series,
        ScreenedUntil = row.ScreenedUntil,
        ScreeningItems = row.ScreeningItems,
        IsScreeningFounding = row.IsScreeningFounding,
        HasSignedAgreement = isSigned,
        LoggedInAt = row.LoggedInAt,
        Version = row.Version,
    };
}
