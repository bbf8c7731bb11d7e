namespace Strongroom.Server.Staff;

/// <summary>What the server asked of a passkey and still waits for. It is in memory only, and answered once.</summary>
internal sealed record Ceremony
{
    /// <summary>The most that one is held.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public required CeremonyKind Kind { get; init; }

    /// <summary>
    /// Who may answer: the session or invitation that asked. Empty at the log-in, where nobody is known yet.
    /// </summary>
    public required string BoundTo { get; init; }

    /// <summary>The challenge and for whom it is, as the handler of Identity writes it.</summary>
    public required string State { get; init; }

    /// <summary>What the challenge was made of; the use case that asked reads it again.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; init; } = new Dictionary<string, string>(
        StringComparer.Ordinal);

    public override string ToString() => $"{nameof(Ceremony)} {Kind}";
}
