using Strongroom.Vocabulary;

namespace Strongroom.Server.Codes;

/// <summary>What became of a code that was to be held for a customer about to be made.</summary>
/// <param name="State">Whether it is held, and by whom.</param>
/// <param name="Compartment">The compartment that it leads to.</param>
internal sealed record CodeHold(CodeHoldState State, CompartmentId Compartment);
