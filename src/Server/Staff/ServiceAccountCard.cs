namespace Strongroom.Server.Staff;

/// <summary>A service account as colleagues see it; the key only in the answer that makes it.</summary>
internal sealed record ServiceAccountCard
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required string Owner { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    public required IReadOnlyList<string> Addresses { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Shown once.</summary>
    public string? Key { get; init; }

    public override string ToString() => $"{nameof(ServiceAccountCard)} {Id}";

    public static ServiceAccountCard Of(ServiceAccountRow row, string? key) => new()
    {
        Id = row.Id.ToString(),
        Name = row.Name,
        Purpose = row.Purpose,
        Owner = row.Owner.ToString(),
        Scopes = Split(row.Scopes),
        Series = Split(row.Series),
        Addresses = Split(row.Addresses),
        ExpiresAt = row.ExpiresAt,
        UsedAt = row.UsedAt,
        Key = key,
    };

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
