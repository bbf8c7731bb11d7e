using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>The two hashes of RFC 6962, section 2.1, over bytes in place.</summary>
internal static class TreeHashing
{
    private const int OnStack = 512;

    // Leaves and nodes hash with different prefixes, or a node could pose as a leaf.
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    public static void Leaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        Span<byte> prefixed = leaf.Length < OnStack ? stackalloc byte[OnStack] : new byte[leaf.Length + 1];
        prefixed[0] = LeafPrefix;
        leaf.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed[..(leaf.Length + 1)], hash);
    }

    /// <summary>Hashes left ‖ right (64 bytes); the destination may be their place.</summary>
    public static void Node(ReadOnlySpan<byte> pair, Span<byte> hash)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * TreeHash.Size)];
        prefixed[0] = NodePrefix;
        pair.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>
    /// The root of a whole subtree: a power of two of hashes, folded in place; the root comes to stand first.
    /// </summary>
    public static void FoldWhole(Span<byte> hashes)
    {
        for (int count = hashes.Length / TreeHash.Size; count > 1; count /= 2)
        {
            for (int pair = 0; pair < count / 2; pair++)
            {
                Node(hashes.Slice(pair * 2 * TreeHash.Size, 2 * TreeHash.Size), hashes[(pair * TreeHash.Size)..]);
            }
        }
    }
}
