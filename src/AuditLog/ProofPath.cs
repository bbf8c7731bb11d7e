using System.Numerics;

namespace Strongroom.AuditLog;

/// <summary>Makes proofs as RFC 6962, sections 2.1.1 and 2.1.2 define them, from the roots of whole subtrees.</summary>
/// <param name="whole">The root of the whole subtree of 2^height leaves, by height and index.</param>
internal sealed class ProofPath(Func<int, long, TreeHash> whole)
{
    /// <summary>
    /// The root of the leaves from begin to end (not included); begin is where such a subtree starts.
    /// </summary>
    public TreeHash Root(long begin, long end)
    {
        long count = end - begin;
        if (count == 0)
        {
            return TreeHash.OfNothing;
        }

        if (BitOperations.IsPow2(count))
        {
            int height = BitOperations.Log2((ulong)count);
            return whole(height, begin >> height);
        }

        long split = begin + Split(count);
        return TreeHash.OfNode(Root(begin, split), Root(split, end));
    }

    public IReadOnlyList<TreeHash> Inclusion(long index, long size)
    {
        List<TreeHash> path = [];
        (long begin, long end) = (0, size);
        while (end - begin > 1)
        {
            long split = begin + Split(end - begin);
            path.Add(index < split ? Root(split, end) : Root(begin, split));
            (begin, end) = index < split ? (begin, split) : (split, end);
        }

        path.Reverse();
        return path;
    }

    public IReadOnlyList<TreeHash> Consistency(long earlier, long later)
    {
        List<TreeHash> path = [];
        if (earlier == 0 || earlier == later)
        {
            return path;
        }

        (long begin, long end) = (0, later);
        bool wentRight = false;
        while (end != earlier)
        {
            long split = begin + Split(end - begin);
            wentRight |= earlier > split;
            path.Add(earlier <= split ? Root(split, end) : Root(begin, split));
            (begin, end) = earlier <= split ? (begin, split) : (split, end);
        }

        // Where the way only went left, the earlier tree is a node that its owner has.
        if (wentRight)
        {
            path.Add(Root(begin, end));
        }

        path.Reverse();
        return path;
    }

    // The largest power of two below the count.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
