namespace Strongroom.Server.People;

/// <summary>How far a newcomer is, and who can do the rest.</summary>
internal sealed record WaitingCard
{
    /// <summary>Of four: invitation accepted, second factor, agreement, screening.</summary>
    public required int Done { get; init; }

    public required bool IsSigned { get; init; }

    public required bool IsScreened { get; init; }

    /// <summary>Until when a screening held that has lapsed; null where there never was one.</summary>
    public DateTimeOffset? ScreenedUntil { get; init; }

    /// <summary>Colleagues who may record a screening, by name.</summary>
    public required IReadOnlyList<string> Screeners { get; init; }

    /// <summary>Colleagues who may assign compartments, by name.</summary>
    public required IReadOnlyList<string> Assigners { get; init; }

    /// <summary>The series assigned so far.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    public const int Steps = 4;

    public bool IsOver => Done == Steps;
}
