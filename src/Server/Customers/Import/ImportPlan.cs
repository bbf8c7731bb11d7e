namespace Strongroom.Server.Customers.Import;

/// <summary>What was said, or guessed, of the file; sealed, for headers may be personal.</summary>
internal sealed record ImportPlan
{
    /// <summary>Target by header; null to guess.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>The delimiter; null to guess.</summary>
    public char? Delimiter { get; init; }

    /// <summary>A name of <see cref="ImportEncodings"/>; null means UTF-8.</summary>
    public string? Encoding { get; init; }
}
