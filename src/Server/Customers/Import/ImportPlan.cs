namespace Strongroom.Server.Customers.Import;

/// <summary>What the caller said of the file; sealed, for headers may be personal.</summary>
internal sealed record ImportPlan
{
    /// <summary>Target by header; null to guess.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>The delimiter; null to guess.</summary>
    public char? Delimiter { get; init; }
}
