namespace Strongroom.Server.Staff;

/// <summary>What callers learn of themselves.</summary>
internal sealed record MeCard
{
    public required string Id { get; init; }

    /// <summary><c>staff-member</c> or <c>service-account</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    public DateTimeOffset? ScreenedUntil { get; init; }

    public DateTimeOffset? SteppedUpAt { get; init; }

    /// <summary>What has to be done before customers can be seen.</summary>
    public required IReadOnlyList<MeStep> Steps { get; init; }

    /// <summary>For example <c>2 of 4 done</c>.</summary>
    public required string Summary { get; init; }
}
