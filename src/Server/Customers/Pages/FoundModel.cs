using Strongroom.Server.Customers.LookUps;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>What a look-up found. The text is shown to who typed it and stands nowhere else.</summary>
internal sealed record FoundModel
{
    public required PersonalText Text { get; init; }

    public LookUpAnswer? Answer { get; init; }

    /// <summary>The kinds by name and label, in the order in which they show.</summary>
    public required IReadOnlyList<(string Name, string Label)> Labels { get; init; }

    /// <summary>The person is assigned to no compartment.</summary>
    public required bool IsNowhere { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
