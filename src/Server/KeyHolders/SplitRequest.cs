namespace Strongroom.Server.KeyHolders;

/// <summary>Begins to split the unseal key.</summary>
/// <param name="Needed">K: how many have to come together, 2 or more.</param>
/// <param name="Holders">The key holders' names, from K to 10 of them.</param>
/// <param name="KeepsUnattended">
/// Whether the key also stays in its file: then the server starts by itself, and a thief of both folders has everything.
/// </param>
internal sealed record SplitRequest(int Needed, IReadOnlyList<string> Holders, bool KeepsUnattended = false);
