using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>What the forms show that give roles and compartments, with what the grant would mean.</summary>
internal sealed record GrantModel
{
    /// <summary>Whose grant is changed; null for somebody who is invited.</summary>
    public StaffCard? Member { get; init; }

    /// <summary>What is reached now; null for somebody new.</summary>
    public GrantReach? Before { get; init; }

    /// <summary>What would be reached.</summary>
    public required GrantReach After { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>Every series that there is.</summary>
    public required IReadOnlyList<string> AllSeries { get; init; }

    public string Email { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    /// <summary>The screening items ticked.</summary>
    public IReadOnlyList<string> Items { get; init; } = ScreeningWords.Offered;

    /// <summary>A further screening item, typed.</summary>
    public string OtherItem { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>A refusal that is no field's fault.</summary>
    public string? Refusal { get; init; }

    /// <summary>The step-up that saving asks for is not fresh any more.</summary>
    public bool NeedsStepUp { get; init; }

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
