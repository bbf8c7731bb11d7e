using Strongroom.Server.Customers.Confirmations;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The check of a fact: of one customer, or from anywhere with a code to be typed.</summary>
internal sealed record ConfirmModel
{
    /// <summary>Null where the code is still to be typed.</summary>
    public CustomerModel? Customer { get; init; }

    /// <summary>The kinds to choose from, by name and label.</summary>
    public required IReadOnlyList<(string Name, string Label)> Kinds { get; init; }

    /// <summary>What was typed as the code.</summary>
    public string? Code { get; init; }

    public string? Kind { get; init; }

    /// <summary>The outcome of the last check.</summary>
    public RecentConfirmation? Last { get; init; }

    /// <summary>Three misses: nobody checks for a while.</summary>
    public bool IsLocked { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
