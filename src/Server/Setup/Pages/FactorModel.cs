using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the authenticator shows: its secret.</summary>
internal sealed record FactorModel
{
    /// <summary>In groups of four, to type.</summary>
    public required string Secret { get; init; }

    /// <summary>The same as an address that authenticators open.</summary>
    public required string Uri { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public override string ToString() => nameof(FactorModel);
}
