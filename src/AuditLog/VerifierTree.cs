using System.Numerics;

namespace Strongroom.AuditLog;

/// <summary>The tree as an outsider grows it: one whole subtree for each bit of the size.</summary>
internal sealed class VerifierTree(Action<int, ReadOnlyMemory<byte>> eighthLevel)
{
    private const int Heights = 63;
    private readonly byte[] _passing = new byte[TreeHash.Size];
    private readonly byte[] _subtrees = new byte[Heights * TreeHash.Size];

    public long Size { get; private set; }

    public TreeHash Root
    {
        get
        {
            TreeHash? root = null;
            for (long rest = Size; rest != 0; rest &= rest - 1)
            {
                TreeHash subtree = TreeHash.FromBytes(Subtree(BitOperations.TrailingZeroCount(rest)).Span);
                root = root is null ? subtree : TreeHash.OfNode(subtree, root);
            }

            return root ?? TreeHash.OfNothing;
        }
    }

    public void Append(ReadOnlySpan<byte> leaf)
    {
        Span<byte> pair = stackalloc byte[2 * TreeHash.Size];
        Span<byte> right = pair[TreeHash.Size..];
        TreeHashing.Leaf(leaf, right);
        int height = 0;
        Tell(height, right);
        for (long rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            Subtree(height).Span.CopyTo(pair);
            TreeHashing.Node(pair, right);
            Tell(++height, right);
        }

        Size++;
        right.CopyTo(Subtree(height).Span);
    }

    private void Tell(int height, ReadOnlySpan<byte> hash)
    {
        if (height % 8 == 0)
        {
            hash.CopyTo(_passing);
            eighthLevel(height / 8, _passing);
        }
    }

    private Memory<byte> Subtree(int height) => _subtrees.AsMemory(height * TreeHash.Size, TreeHash.Size);
}
