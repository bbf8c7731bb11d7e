using CsCheck;

namespace Strongroom.AuditLog.Tests;

/// <summary>The eight leaves and their roots and proofs are those of Certificate Transparency's own tests.</summary>
public sealed class TreeTests
{
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private const string A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private const string D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private const string F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

    private static readonly GrownTree Eight = new([.. Leaves.Select(Convert.FromHexString)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_known_leaves_have_the_known_roots(int size)
    {
        TileTree tree = new((_, _) => { });
        VerifierTree outsiders = new((_, _) => { });
        foreach (string leaf in Leaves.Take(size))
        {
            tree.Append(HashOf(leaf));
            outsiders.Append(Convert.FromHexString(leaf));
        }

        Assert.Equal(Hash(Roots[size]), tree.Root());
        Assert.Equal(Hash(Roots[size]), outsiders.Root);
        Assert.Equal(Hash(Roots[size]), Eight.Root(size));
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, A + B + C)]
    [InlineData(5, 8, D + E + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" + B + D)]
    public void The_known_leaves_have_the_known_inclusion_proofs(int index, int size, string path)
    {
        IReadOnlyList<TreeHash> made = Eight.Proof.Inclusion(index, size);

        Assert.Equal(Path(path), made);
        Assert.True(MerkleProof.VerifiesInclusion(Eight.Leaf(index), index, size, made, Hash(Roots[size])));
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, A + B + C)]
    [InlineData(6, 8, F + E + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, B + D)]
    public void The_known_leaves_have_the_known_consistency_proofs(int earlier, int later, string path)
    {
        IReadOnlyList<TreeHash> made = Eight.Proof.Consistency(earlier, later);

        Assert.Equal(Path(path), made);
        Assert.True(MerkleProof.VerifiesConsistency(earlier, later, made, Hash(Roots[earlier]), Hash(Roots[later])));
    }

    [Fact]
    public void Every_consistency_proof_up_to_70_verifies_and_fails_for_any_other_root()
    {
        GrownTree tree = GrownTree.OfNumbers(70);
        TreeHash other = TreeHash.OfLeaf("other"u8);
        for (int later = 0; later <= 70; later++)
        {
            for (int earlier = 0; earlier <= later; earlier++)
            {
                (TreeHash before, TreeHash after) = (tree.Root(earlier), tree.Root(later));
                IReadOnlyList<TreeHash> path = tree.Proof.Consistency(earlier, later);

                Assert.True(MerkleProof.VerifiesConsistency(earlier, later, path, before, after));
                Assert.False(MerkleProof.VerifiesConsistency(earlier, later, path, other, after));
                Assert.False(MerkleProof.VerifiesConsistency(earlier, later, [.. path, other], before, after));
                Assert.False(earlier > 0 && MerkleProof.VerifiesConsistency(earlier, later, path, before, other));
                Assert.False(path.Count > 0
                    && MerkleProof.VerifiesConsistency(earlier, later, [.. path.Skip(1)], before, after));
            }
        }
    }

    [Fact]
    public void Every_inclusion_proof_verifies_and_any_altered_bit_of_it_fails() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 299], Gen.Int[0, 255], Gen.Int[0, 8]).Sample((size, at, bit, step) =>
        {
            int index = at % size;
            GrownTree tree = GrownTree.OfNumbers(size);
            IReadOnlyList<TreeHash> path = tree.Proof.Inclusion(index, size);
            TreeHash[] altered = [.. path];
            int changed = altered.Length == 0 ? 0 : step % altered.Length;
            if (altered.Length > 0)
            {
                altered[changed] = Flip(altered[changed], bit);
            }

            TreeHash root = tree.Root(size);
            Assert.True(MerkleProof.VerifiesInclusion(tree.Leaf(index), index, size, path, root));
            Assert.False(altered.Length > 0
                && MerkleProof.VerifiesInclusion(tree.Leaf(index), index, size, altered, root));
            Assert.False(MerkleProof.VerifiesInclusion(Flip(tree.Leaf(index), bit), index, size, path, root));
            Assert.False(MerkleProof.VerifiesInclusion(tree.Leaf(index), index, size, path, Flip(root, bit)));
            Assert.False(
                size > 1 && MerkleProof.VerifiesInclusion(tree.Leaf(index), (index + 1) % size, size, path, root));
        }, iter: 300);

    [Fact]
    public void A_tree_in_tiles_has_the_root_of_the_definition_at_every_size()
    {
        GrownTree definition = GrownTree.OfNumbers(1030);
        TileTree tree = new((_, _) => { });
        byte[] hash = new byte[TreeHash.Size];
        for (int size = 1; size <= 1030; size++)
        {
            definition.Leaf(size - 1).CopyTo(hash);
            tree.Append(hash);

            if (size < 20 || size % 31 == 0 || size is >= 254 and <= 258 or >= 1022 and <= 1026)
            {
                Assert.Equal(definition.Root(size), tree.Root());
            }
        }
    }

    [Fact]
    public void Crc_is_castagnolis() => Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 999, 256, "tile/1/999")]
    [InlineData(2, 1000, 256, "tile/2/x001/000")]
    [InlineData(3, 1000, 17, "tile/3/x001/000.p/17")]
    public void Tiles_lie_where_the_specification_puts_them(int level, long index, int width, string? path)
    {
        Assert.Equal(path, new TilePlace(level, index, width).Path);
        Assert.StartsWith(VerifierTiles.NameOf(level, index), path!, StringComparison.Ordinal);
        Assert.True(width < 256 || string.Equals(VerifierTiles.NameOf(level, index), path, StringComparison.Ordinal));
    }

    private static TreeHash Flip(TreeHash hash, int bit)
    {
        byte[] bytes = new byte[TreeHash.Size];
        hash.CopyTo(bytes);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return TreeHash.FromBytes(bytes);
    }

    private static byte[] HashOf(string leaf)
    {
        byte[] hash = new byte[TreeHash.Size];
        TreeHashing.Leaf(Convert.FromHexString(leaf), hash);
        return hash;
    }

    private static TreeHash Hash(string hex) => TreeHash.FromBytes(Convert.FromHexString(hex));

    private static TreeHash[] Path(string hex) => [.. hex.Chunk(64).Select(step => Hash(new string(step)))];
}
