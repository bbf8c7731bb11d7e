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

        Climb climb = new(index, size - 1);
        TreeHash hash = leaf;
        foreach (TreeHash step in untrustedPath)
        {
            if (climb.IsAtTop)
            {
                return false;
            }

            hash = climb.StepFromLeft() ? TreeHash.OfNode(step, hash) : TreeHash.OfNode(hash, step);
        }

        return climb.IsAtTop && hash == root;
    }

    /// <summary>
    /// Whether the tree of the later size and root begins with the whole tree of the earlier size and root.
    /// </summary>
    public static bool VerifiesConsistency(
        long earlier, long later, IReadOnlyList<TreeHash> untrustedPath, TreeHash earlierRoot, TreeHash laterRoot)
    {
        ArgumentNullException.ThrowIfNull(untrustedPath);
        if (earlier <= 0 || earlier >= later)
        {
            return untrustedPath.Count == 0 && NeedsNoPath(earlier, later, earlierRoot, laterRoot);
        }

        if (untrustedPath.Count == 0)
        {
            return false;
        }

        // A whole subtree is a node of the later tree itself, and is left out of the path.
        IReadOnlyList<TreeHash> path = BitOperations.IsPow2(earlier) ? [earlierRoot, .. untrustedPath] : untrustedPath;
        Climb climb = new(earlier - 1, later - 1);
        climb.SkipWhole();
        return Follow(path, climb) == (earlierRoot, laterRoot) && climb.IsAtTop;
    }

    // Every tree begins with the empty one, and with itself.
    private static bool NeedsNoPath(long earlier, long later, TreeHash earlierRoot, TreeHash laterRoot) =>
        earlier == later
            ? earlier >= 0 && earlierRoot == laterRoot && (earlier > 0 || earlierRoot == TreeHash.OfNothing)
            : earlier == 0 && later > 0 && earlierRoot == TreeHash.OfNothing;

    private static (TreeHash? Before, TreeHash? After) Follow(IReadOnlyList<TreeHash> path, Climb climb)
    {
        (TreeHash before, TreeHash after) = (path[0], path[0]);
        foreach (TreeHash step in path.Skip(1))
        {
            if (climb.IsAtTop)
            {
                return (null, null);
            }

            if (climb.StepFromLeft())
            {
                (before, after) = (TreeHash.OfNode(step, before), TreeHash.OfNode(step, after));
            }
            else
            {
                after = TreeHash.OfNode(after, step);
            }
        }

        return (before, after);
    }

    /// <summary>The way from a node to the top of a tree, beside the way of the last node.</summary>
    private sealed class Climb(long node, long last)
    {
        private long _node = node;
        private long _last = last;

        public bool IsAtTop => _last == 0;

        /// <summary>Goes past one hash of the path; whether it stands on the left.</summary>
        public bool StepFromLeft()
        {
            bool fromLeft = (_node & 1) == 1 || _node == _last;

            // A last node without a sibling is carried up unchanged.
            while (fromLeft && (_node & 1) == 0 && _node != 0)
            {
                Up();
            }

            Up();
            return fromLeft;
        }

        public void SkipWhole()
        {
            while ((_node & 1) == 1)
            {
                Up();
            }
        }

        private void Up() => (_node, _last) = (_node >> 1, _last >> 1);
    }
}
