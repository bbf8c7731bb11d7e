using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Sealing;

/// <summary>Splits an unseal key among key holders, and gives it back from K of the shares.</summary>
public static class ShareSet
{
    /// <summary>The most key holders.</summary>
    public const int MostParts = 10;

    /// <summary>
    /// Draws a set of shares and does not hand it out before every K of them have opened and a K − 1 has not.
    /// </summary>
    /// <param name="unsealKey">32 bytes; stays the caller's.</param>
    /// <param name="generation">The generation of the unseal key, 1 or more.</param>
    /// <param name="needed">K, 2 or more.</param>
    /// <param name="parts">N, from K to 10.</param>
    /// <returns>N shares in the order of their numbers, owned by the caller.</returns>
    /// <exception cref="ArgumentException">One of these is not kept.</exception>
    /// <exception cref="CryptographicException">The shares did not pass the check: nothing was handed out.</exception>
    public static IReadOnlyList<KeyShare> Split(SecretBytes unsealKey, uint generation, int needed, int parts)
    {
        ArgumentNullException.ThrowIfNull(unsealKey);
        ArgumentOutOfRangeException.ThrowIfZero(generation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        if (unsealKey.Length != KeySize.Bytes)
        {
            throw new ArgumentException($"an unseal key has {KeySize.Bytes} bytes", nameof(unsealKey));
        }

        byte[] set = RandomNumberGenerator.GetBytes(KeyShare.SetLength);
        (byte X, SecretBytes Y)[] points = SecretSharing.Split(unsealKey, needed, parts);
        var shares = new List<KeyShare>(parts);
        foreach ((int index, (byte x, SecretBytes y)) in points.Index())
        {
            using (y)
            {
                shares.Add(KeyShare.Make(set, generation, needed, parts, index + 1, x, y));
            }
        }

        if (!IsSound(unsealKey, shares, needed))
        {
            shares.ForEach(share => share.Dispose());
            throw new CryptographicException("the shares did not give the key back; nothing was handed out");
        }

        return shares;
    }

    /// <summary>Gives the unseal key back; false where the shares are too few, of two sets, or one comes twice.</summary>
    /// <param name="shares">K shares or more; they stay the caller's.</param>
    /// <param name="unsealKey">
    /// The key, which the caller owns. Whether it is the right one, only what it opens can tell.
    /// </param>
    public static bool TryCombine(IReadOnlyList<KeyShare> shares, [NotNullWhen(true)] out SecretBytes? unsealKey)
    {
        ArgumentNullException.ThrowIfNull(shares);
        unsealKey = null;
        bool fits = shares.Count > 0 && shares.Count >= shares[0].Needed
            && shares.All(share => IsOfOneSet(share, shares[0]))
            && shares.DistinctBy(share => share.X).Count() == shares.Count;
        if (fits)
        {
            unsealKey = Combine(shares);
        }

        return fits;
    }

    private static SecretBytes Combine(IEnumerable<KeyShare> shares)
    {
        (byte X, SecretBytes Y)[] points = [.. shares.Select(share => (share.X, share.CopyValue()))];
        try
        {
            return SecretSharing.Combine(points);
        }
        finally
        {
            Array.ForEach(points, point => point.Y.Dispose());
        }
    }

    private static bool IsOfOneSet(KeyShare share, KeyShare first) =>
        string.Equals(share.Set, first.Set, StringComparison.Ordinal) && share.Generation == first.Generation
        && share.Needed == first.Needed && share.Parts == first.Parts;

    private static bool IsSound(SecretBytes unsealKey, List<KeyShare> shares, int needed) =>
        Choose(shares, needed).All(chosen => GivesBack(unsealKey, chosen))
        && !Choose(shares, needed - 1).Take(shares.Count).Any(chosen => GivesBack(unsealKey, chosen));

    private static bool GivesBack(SecretBytes unsealKey, IReadOnlyList<KeyShare> shares)
    {
        using SecretBytes combined = Combine(shares);
        return combined.Matches(unsealKey.Reveal());
    }

    /// <summary>Every choice of so many out of all.</summary>
    internal static IEnumerable<IReadOnlyList<TItem>> Choose<TItem>(IReadOnlyList<TItem> all, int count)
    {
        for (uint mask = 0; mask < 1u << all.Count; mask++)
        {
            uint chosen = mask;
            if (System.Numerics.BitOperations.PopCount(mask) == count)
            {
                yield return [.. all.Where((_, index) => (chosen & 1u << index) != 0)];
            }
        }
    }
}
