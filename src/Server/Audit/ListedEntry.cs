namespace Strongroom.Server.Audit;

/// <summary>An entry as readers of the log see it. Bodies sealed under a customer's key stay shut here.</summary>
internal sealed record ListedEntry
{
    public required long Sequence { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What was done, as <c>docs/formats/audit-log.md</c> names it.</summary>
    public required string Act { get; init; }

    public required string Actor { get; init; }

    /// <summary><c>Done</c>, <c>Refused</c> or <c>Failed</c>.</summary>
    public required string Result { get; init; }

    public string? Compartment { get; init; }

    /// <summary>The random handle of the customer or document.</summary>
    public string? Object { get; init; }

    /// <summary>What else is known; absent where only the customer's key opens it.</summary>
    public IReadOnlyDictionary<string, string>? Body { get; init; }
}
