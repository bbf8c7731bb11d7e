using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the setup code shows.</summary>
internal sealed record ClaimModel
{
    /// <summary>Of the certificate, as the console printed it; null behind a proxy.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The browser had no draft, or has it no longer.</summary>
    public bool IsAgain { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
