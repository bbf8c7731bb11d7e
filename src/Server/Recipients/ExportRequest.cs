namespace Strongroom.Server.Recipients;

/// <summary>What a recipient is to be given.</summary>
internal sealed record ExportRequest
{
    /// <summary>A series, or one compartment.</summary>
    public required string Compartment { get; init; }

    /// <summary>The field kinds beside the codes; none where this is left out.</summary>
    public IReadOnlyList<string>? Fields { get; init; }
}
