using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the first compartment shows.</summary>
internal sealed record FirstCompartmentModel
{
    public required string Name { get; init; }

    public required string Trade { get; init; }

    /// <summary>The trade's own field kinds.</summary>
    public required IReadOnlyList<FieldKindSetting> Kinds { get; init; }

    /// <summary>Which of them are ticked.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    /// <summary>How many customers a compartment takes.</summary>
    public required int Cap { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
