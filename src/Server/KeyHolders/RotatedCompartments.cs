namespace Strongroom.Server.KeyHolders;

/// <summary>What became of the compartments' keys.</summary>
/// <param name="Rotated">How many compartments have their next key.</param>
/// <param name="Closed">How many are closed and keep theirs.</param>
/// <param name="KeysSealedAnew">How many keys were sealed under the next ones.</param>
internal sealed record RotatedCompartments(int Rotated, int Closed, int KeysSealedAnew);
