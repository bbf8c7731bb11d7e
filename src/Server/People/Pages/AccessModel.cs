using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>What the page shows that says why somebody gets in, or does not.</summary>
internal sealed record AccessModel
{
    public required StaffCard Member { get; init; }

    /// <summary>Names of compartments, to choose from.</summary>
    public required IReadOnlyList<string> Compartments { get; init; }

    public required IReadOnlyList<FieldKind> Kinds { get; init; }

    public string Place { get; init; } = string.Empty;

    public string Kind { get; init; } = string.Empty;

    public AccessExplanation? Answer { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
