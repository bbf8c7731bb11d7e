namespace Strongroom.Server.Staff;

/// <summary>One of the caller's own sessions.</summary>
internal sealed record OwnSessionCard
{
    private const int IdBytes = 8;

    /// <summary>Part of the hash of its token; it opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>It is the one that asks.</summary>
    public required bool IsThis { get; init; }

    /// <summary><c>password</c> or <c>passkey</c>.</summary>
    public required string Method { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required bool IsLocked { get; init; }

    public static OwnSessionCard Of(SessionRow row, string? current) => new()
    {
        Id = IdOf(row),
        IsThis = string.Equals(Convert.ToHexString(row.Hash), current, StringComparison.Ordinal),
        Method = row.Method,
        BeganAt = row.BeganAt,
        SeenAt = row.SeenAt,
        IsLocked = row.LockedAt is not null,
    };

    /// <summary>The name of a session in lists and routes.</summary>
    public static string IdOf(SessionRow row) => Convert.ToHexStringLower(row.Hash.AsSpan(0, IdBytes));
}
