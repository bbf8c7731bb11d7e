namespace Strongroom.AuditLog.Tests;

/// <summary>A tree in memory by the definition of RFC 6962, section 2.1, to hold the product's against.</summary>
internal sealed class GrownTree(IReadOnlyList<byte[]> leaves)
{
    public static GrownTree OfNumbers(int count) =>
        new([.. Enumerable.Range(0, count).Select(number => BitConverter.GetBytes(number))]);

    public TreeHash Leaf(int index) => TreeHash.OfLeaf(leaves[index]);

    public TreeHash Root(int size) => Root(0, size);

    public ProofPath Proof => new((height, index) => Root((int)index << height, (int)(index + 1) << height));

    private TreeHash Root(int begin, int end)
    {
        if (end - begin <= 1)
        {
            return end == begin ? TreeHash.OfNothing : Leaf(begin);
        }

        int split = 1;
        while (split * 2 < end - begin)
        {
            split *= 2;
        }

        return TreeHash.OfNode(Root(begin, begin + split), Root(begin + split, end));
    }
}
