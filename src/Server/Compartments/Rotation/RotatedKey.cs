namespace Strongroom.Server.Compartments.Rotation;

/// <summary>A compartment that has its next key.</summary>
/// <param name="Compartment">Which.</param>
/// <param name="From">The generation that is gone.</param>
/// <param name="To">The generation that is used now.</param>
/// <param name="Rewrapped">How many keys were sealed anew.</param>
/// <param name="Revision">The revision of the keyring that no longer holds the former.</param>
internal sealed record RotatedKey(CompartmentFacts Compartment, uint From, uint To, int Rewrapped, long Revision);
