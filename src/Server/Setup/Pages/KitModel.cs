using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the recovery sheet shows. The lines are the unseal key.</summary>
internal sealed record KitModel
{
    public required string Business { get; init; }

    /// <summary>The day, for the paper.</summary>
    public required string Day { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Lines { get; init; }

    /// <summary>Which group is typed back first, in words.</summary>
    public required string First { get; init; }

    /// <summary>Which group is typed back second, in words.</summary>
    public required string Second { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public override string ToString() => nameof(KitModel);
}
