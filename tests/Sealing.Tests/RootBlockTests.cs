using System.Buffers.Binary;

namespace Strongroom.Sealing.Tests;

/// <summary>What only who has the unseal key could forge, and is no root block all the same.</summary>
public sealed class RootBlockTests : IDisposable
{
    private static readonly SealContext Context =
        new() { Type = "root-block", Table = "keyring", Column = "root-block" };

    private readonly SealingKey _unsealKey = SealingKey.New(1);
    private readonly AgeIdentity _root = AgeIdentity.New();
    private readonly SigningKey _auditKey = SigningKey.New();

    public void Dispose()
    {
        _unsealKey.Dispose();
        _root.Dispose();
        _auditKey.Dispose();
    }

    [Fact]
    public void A_root_block_gives_back_what_was_sealed()
    {
        byte[] sealedBlock = RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 0x01020304);

        Assert.True(RootBlock.TryOpen(_unsealKey, sealedBlock, out RootBlock? block));

        Assert.Equal(_root.Recipient, block.Root.Recipient);
        Assert.Equal(_auditKey.Public, block.AuditKey);
        Assert.Equal(0x01020304u, block.Generation);
        using SealingKey other = SealingKey.New(1);
        Assert.False(RootBlock.TryOpen(other, sealedBlock, out _));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(67)]
    [InlineData(69)]
    public void A_block_of_another_length_is_refused(int length)
    {
        byte[] content = new byte[length];
        content.AsSpan().Fill(1);

        Assert.False(RootBlock.TryOpen(_unsealKey, _unsealKey.Seal(Context, content), out _));
    }

    [Fact]
    public void There_is_no_generation_0()
    {
        using SecretBytes secret = _root.CopySecret();
        byte[] content = [.. secret.Reveal(), .. _auditKey.Public.ToBytes(), 0, 0, 0, 0];

        Assert.False(RootBlock.TryOpen(_unsealKey, _unsealKey.Seal(Context, content), out _));
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(64), 1);
        Assert.True(RootBlock.TryOpen(_unsealKey, _unsealKey.Seal(Context, content), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => RootBlock.Seal(_unsealKey, _root, _auditKey.Public, 0));
    }
}
