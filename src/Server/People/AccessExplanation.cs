using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;

namespace Strongroom.Server.People;

/// <summary>Why a member of staff gets into a compartment, or does not.</summary>
internal sealed record AccessExplanation
{
    public required StaffCard Member { get; init; }

    /// <summary>The compartment that it is about.</summary>
    public required string Compartment { get; init; }

    /// <summary>Whether the member may log in at all; suspended and invited people may not.</summary>
    public required bool MayLogIn { get; init; }

    /// <summary>Every gate in the rule's order.</summary>
    public required IReadOnlyList<GateState> Gates { get; init; }

    /// <summary>Whether nothing but what is asked at the moment stands in the way.</summary>
    public bool IsOpen => MayLogIn && Gates.All(gate => gate.IsOpen || gate.Gate == AccessGate.StepUp);
}
