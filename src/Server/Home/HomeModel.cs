using Strongroom.Server.Checks;

namespace Strongroom.Server.Home;

/// <summary>What the first page after log-in shows.</summary>
internal sealed record HomeModel
{
    /// <summary>Red checks, and ambers that nobody answers for; empty for who may not see checks.</summary>
    public required IReadOnlyList<Check> Pending { get; init; }

    /// <summary>What comes next in an installation that has no customer yet; null once there is one.</summary>
    public NextStep? Next { get; init; }

    /// <summary>How many invented customers were just loaded.</summary>
    public int? Loaded { get; init; }

    public bool MayCreate { get; init; }

    public bool MayImport { get; init; }
}
