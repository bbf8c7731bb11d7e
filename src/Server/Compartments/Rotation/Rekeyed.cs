namespace Strongroom.Server.Compartments.Rotation;

/// <summary>What became of a compartment's key.</summary>
/// <param name="Compartment">Its name.</param>
/// <param name="From">The generation that is gone.</param>
/// <param name="To">The generation that is used now.</param>
/// <param name="KeysSealedAnew">How many keys were sealed under it; of records, not one byte was written.</param>
internal sealed record Rekeyed(string Compartment, uint From, uint To, int KeysSealedAnew);
