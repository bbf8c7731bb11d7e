using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>The form of an export.</summary>
internal sealed record ExportModel
{
    public required RecipientCard Card { get; init; }

    /// <summary>The series assigned to the viewer, and their compartments where there are several.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The kinds that the viewer may reveal; none for those who may reveal nothing.</summary>
    public required IReadOnlyList<FieldKind> Kinds { get; init; }

    /// <summary>Whether the second factor was given lately, for whatever asks for it.</summary>
    public required bool IsSteppedUp { get; init; }

    public string Compartment { get; init; } = string.Empty;

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;

    public string Path => "/recipients/" + Card.Id;
}
