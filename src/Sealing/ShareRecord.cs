namespace Strongroom.Sealing;

/// <summary>
/// What the signed keyring knows of the shares of the unseal key: the set, and a hash of each share, so that a wrong or
/// stale one is named at once.
/// </summary>
/// <param name="Set">The set's id, 32 hexadecimal digits.</param>
/// <param name="Generation">The generation of the unseal key that was split.</param>
/// <param name="Needed">K.</param>
/// <param name="Holders">The key holders in the order of their numbers.</param>
public sealed record ShareRecord(string Set, uint Generation, int Needed, IReadOnlyList<ShareHolder> Holders)
{
    internal bool IsSound => Set.Length == KeyShare.SetLength * 2 && Generation > 0 && Needed >= 2
        && Holders.Count >= Needed && Holders.Count <= ShareSet.MostParts
        && Holders.All(holder => holder.Hash.Length == KeyShare.HashLength * 2);

    /// <summary>The record of a set of shares.</summary>
    /// <param name="shares">All of them, in order.</param>
    /// <param name="names">Their holders' names, in the same order.</param>
    public static ShareRecord Of(IReadOnlyList<KeyShare> shares, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new(
            shares[0].Set, shares[0].Generation, shares[0].Needed,
            [.. shares.Select((share, index) => new ShareHolder(names[index], Convert.ToHexStringLower(share.Hash())))]);
    }

    /// <summary>Whether a share is one of these, and not of an earlier set or changed.</summary>
    public bool Has(KeyShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return share.Number <= Holders.Count
            && string.Equals(
                Holders[share.Number - 1].Hash, Convert.ToHexStringLower(share.Hash()), StringComparison.Ordinal);
    }
}
