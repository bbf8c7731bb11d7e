namespace Strongroom.Server.KeyHolders;

/// <summary>The shares of the unseal key.</summary>
/// <param name="Needed">K.</param>
/// <param name="Generation">Of the unseal key and the root.</param>
/// <param name="Holders">The key holders' names, in the order of their numbers.</param>
/// <param name="Presented">Whose shares lie on the desk just now.</param>
internal sealed record ShareList(
    int Needed, uint Generation, IReadOnlyList<string> Holders, IReadOnlyList<int> Presented);
