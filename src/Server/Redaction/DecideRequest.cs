namespace Strongroom.Server.Redaction;

/// <summary>What a reviewer decides, in order.</summary>
internal sealed record DecideRequest
{
    public required IReadOnlyList<BoxRule> Decisions { get; init; }
}
