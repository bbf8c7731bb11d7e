namespace Strongroom.Server.Recipients;

/// <summary>The code that is to be resolved.</summary>
internal sealed record ResolutionRequest
{
    /// <summary>As it was written down; dashes, spaces and case do not matter.</summary>
    public required string RecipientCode { get; init; }
}
