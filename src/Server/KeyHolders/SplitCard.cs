namespace Strongroom.Server.KeyHolders;

/// <summary>How far a split is.</summary>
/// <param name="Needed">K.</param>
/// <param name="Holders">The key holders in the order of their numbers.</param>
/// <param name="Duties">What each of them acknowledges.</param>
/// <param name="DutiesSha256">SHA-256 of that text, hexadecimal.</param>
internal sealed record SplitCard(
    int Needed, IReadOnlyList<SplitHolderCard> Holders, string Duties, string DutiesSha256);
