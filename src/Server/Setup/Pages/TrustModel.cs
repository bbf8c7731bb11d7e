namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page about the certificate shows.</summary>
internal sealed record TrustModel
{
    /// <summary>SHA-256 of the authority's certificate; null where it is not our own.</summary>
    public string? Authority { get; init; }

    /// <summary>SHA-256 of the certificate in use; null behind a proxy.</summary>
    public string? Server { get; init; }
}
