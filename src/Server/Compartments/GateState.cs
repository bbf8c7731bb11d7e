using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>One gate of the access rule, open or shut.</summary>
/// <param name="Gate">Which.</param>
/// <param name="Refusal">What who stands before it hears; null where it is open.</param>
internal sealed record GateState(AccessGate Gate, Refusal? Refusal)
{
    public bool IsOpen => Refusal is null;
}
