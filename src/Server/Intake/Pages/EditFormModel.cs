using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Pages;

/// <summary>What the page shows on which a form is written.</summary>
internal sealed record EditFormModel
{
    /// <summary>What is in an input: typed, or of the form that is changed.</summary>
    public required Func<string, string> Value { get; init; }

    public required IReadOnlyList<FieldKind> Kinds { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    public required IReadOnlyList<FieldFault> Faults { get; init; }

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
