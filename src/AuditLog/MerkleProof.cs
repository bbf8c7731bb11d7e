using System.Numerics;

namespace Strongroom.AuditLog;

/// <summary>Checks proofs of the tree as RFC 9162, sections 2.1.3.2 and 2.1.4.2 do; needs nothing but hashes.</summary>
public static class MerkleProof
{
    /// <summary>Whether the leaf stands at the index in the tree of that size and root.</summary>
    public static bool VerifiesInclusion(
        TreeHash leaf, long index, long size, IReadOnlyList<TreeHash> untrustedPath, TreeHash root)
    {
        ArgumentNullException.ThrowIfNull(untrustedPath);
        if (index < 0 || index >= size)
        {
            return false;
        }

        (long node, long last) = (index, size - 1);
        TreeHash hash = leaf;
        foreach (TreeHash step in untrustedPath)
        {
            if (last == 0)
            {
                return false;
            }

            bool fromLeft = (node & 1) == 1 || node == last;
            hash = fromLeft ? TreeHash.OfNode(step, hash) : TreeHash.OfNode(hash, step);
            if (fromLeft)
            {
                SkipLonely(ref node, ref last);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree of the later size and root begins with the whole tree of the earlier size and root.</summary>
    public static bool VerifiesConsistency(
        long earlier, long later, IReadOnlyList<TreeHash> untrustedPath, TreeHash earlierRoot, TreeHash laterRoot)
    {
        ArgumentNullException.ThrowIfNull(untrustedPath);
        if (earlier <= 0 || earlier >= later)
        {
            return untrustedPath.Count == 0 && NeedsNoPath(earlier, later, earlierRoot, laterRoot);
        }

        bool whole = BitOperations.IsPow2(earlier);
        if (untrustedPath.Count == 0)
        {
            return false;
        }

        (long node, long last) = (earlier - 1, later - 1);
        int shared = BitOperations.TrailingZeroCount(~node);
        (node, last) = (node >> shared, last >> shared);
        TreeHash first = whole ? earlierRoot : untrustedPath[0];
        (TreeHash before, TreeHash after) = (first, first);
        foreach (TreeHash step in whole ? untrustedPath : untrustedPath.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            Climb(step, ref before, ref after, ref node, ref last);
        }

        return last == 0 && before == earlierRoot && after == laterRoot;
    }

    // Every tree begins with the empty one, and with itself.
    private static bool NeedsNoPath(long earlier, long later, TreeHash earlierRoot, TreeHash laterRoot) =>
        (earlier == 0 && later >= 0 && earlierRoot == TreeHash.OfNothing && (later > 0 || laterRoot == earlierRoot))
        || (earlier > 0 && earlier == later && earlierRoot == laterRoot);

    private static void Climb(TreeHash step, ref TreeHash before, ref TreeHash after, ref long node, ref long last)
    {
        if ((node & 1) == 1 || node == last)
        {
            (before, after) = (TreeHash.OfNode(step, before), TreeHash.OfNode(step, after));
            SkipLonely(ref node, ref last);
        }
        else
        {
            after = TreeHash.OfNode(after, step);
        }

        (node, last) = (node >> 1, last >> 1);
    }

    // A last node without a sibling is carried up unchanged.
    private static void SkipLonely(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }
    }
}
