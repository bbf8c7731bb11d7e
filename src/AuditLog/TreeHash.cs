using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>A hash of the tree of RFC 6962: 32 bytes, public, compared by value.</summary>
public sealed record TreeHash
{
    /// <summary>The number of bytes.</summary>
    public const int Size = 32;

    private readonly UInt128 _left;
    private readonly UInt128 _right;

    private TreeHash(ReadOnlySpan<byte> bytes)
    {
        _left = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _right = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The root of the tree without leaves.</summary>
    public static TreeHash OfNothing { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of a leaf.</summary>
    public static TreeHash OfLeaf(ReadOnlySpan<byte> leaf)
    {
        Span<byte> hash = stackalloc byte[Size];
        TreeHashing.Leaf(leaf, hash);
        return new TreeHash(hash);
    }

    /// <summary>The hash of a node from its two children.</summary>
    public static TreeHash OfNode(TreeHash left, TreeHash right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Span<byte> pair = stackalloc byte[2 * Size];
        left.CopyTo(pair);
        right.CopyTo(pair[Size..]);
        TreeHashing.Node(pair, pair);
        return new TreeHash(pair);
    }

    /// <summary>Reads 32 bytes.</summary>
    public static TreeHash FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size, nameof(bytes));
        return new TreeHash(bytes);
    }

    /// <summary>Reads base64; one text form a hash.</summary>
    public static bool TryParse(ReadOnlySpan<char> untrustedText, [NotNullWhen(true)] out TreeHash? hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        hash = untrustedText.Length == 44 && Convert.TryFromBase64Chars(untrustedText, bytes, out int written)
            && written == Size ? new TreeHash(bytes) : null;
        if (hash is null || !untrustedText.Equals(hash.ToString(), StringComparison.Ordinal))
        {
            hash = null;
        }

        return hash is not null;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _left);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _right);
    }

    /// <summary>The hash as base64.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }
}
