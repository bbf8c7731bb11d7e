namespace Strongroom.Server.Customers.Import;

/// <summary>How a file is to be read.</summary>
internal sealed record ImportColumnsRequest
{
    /// <summary>The delimiter; as guessed where it is left out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The encoding; as guessed where it is left out.</summary>
    public string? Encoding { get; init; }

    /// <summary>Target by header; guessed anew where it is left out.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }
}
