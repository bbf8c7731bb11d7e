using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Pages;

/// <summary>The list of compartments, with the form that begins a series.</summary>
internal sealed record CompartmentListModel
{
    public required IReadOnlyList<ListedCompartment> Items { get; init; }

    /// <summary>The cap where none is typed.</summary>
    public required int UsualCap { get; init; }

    /// <summary>What was typed.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What was typed.</summary>
    public string Cap { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The compartments by series, each series in its own order.</summary>
    public IEnumerable<IGrouping<string, ListedCompartment>> Series =>
        Items.GroupBy(item => item.Series, StringComparer.Ordinal);

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
