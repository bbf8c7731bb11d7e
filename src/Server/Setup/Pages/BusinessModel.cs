using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the business shows.</summary>
internal sealed record BusinessModel
{
    public required string Name { get; init; }

    public required string Template { get; init; }

    /// <summary>Purposes are set outside, so a template's own are not taken.</summary>
    public bool ArePurposesLocked { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
