using System.Buffers.Binary;

namespace Strongroom.Sealing.Tests;

/// <summary>
/// What only a holder of the key could forge, and must not open all the same: one text has one padding.
/// </summary>
public sealed class SealLayoutTests
{
    [Fact]
    public void Every_byte_of_padding_must_be_zero()
    {
        byte[] padded = new byte[64];
        BinaryPrimitives.WriteUInt32BigEndian(padded, 30);
        Assert.True(SealLayout.TryUnpad(padded, out ReadOnlySpan<byte> plaintext));
        Assert.Equal(30, plaintext.Length);

        for (int at = 34; at < padded.Length; at++)
        {
            padded[at] = 1;
            Assert.False(SealLayout.TryUnpad(padded, out _), $"byte {at} is not zero");
            padded[at] = 0;
        }
    }

    [Theory]
    [InlineData(16, 0u, true)]
    [InlineData(16, 12u, true)]
    [InlineData(16, 13u, false)]
    [InlineData(32, 12u, false)] // belongs in the bucket before
    [InlineData(32, 13u, true)]
    [InlineData(32, 29u, false)]
    [InlineData(1024, 508u, false)]
    [InlineData(1024, 509u, true)]
    [InlineData(2048, 1020u, false)]
    [InlineData(2048, 1021u, true)]
    [InlineData(2048, 2045u, false)]
    [InlineData(16, 0x7fffffffu, false)]
    [InlineData(16, 0xffffffffu, false)]
    public void A_length_belongs_in_one_bucket(int bucket, uint length, bool isRight)
    {
        byte[] padded = new byte[bucket];
        BinaryPrimitives.WriteUInt32BigEndian(padded, length);

        Assert.Equal(isRight, SealLayout.TryUnpad(padded, out _));
    }

    [Theory]
    [InlineData(77 + 15, false)]
    [InlineData(77 + 16, true)]
    [InlineData(77 + 48, false)]
    [InlineData(77 + 1024, true)]
    [InlineData(77 + 1536, false)]
    [InlineData(77 + 3072, true)]
    [InlineData(77 + (16 * 1024 * 1024) + 1024, true)]
    [InlineData(77 + (16 * 1024 * 1024) + 2048, false)] // no plaintext is so long
    public void A_sealed_value_has_the_length_of_a_bucket(int length, bool isPlausible)
    {
        byte[] untrusted = new byte[length];
        untrusted[0] = 1;

        Assert.Equal(isPlausible, SealLayout.IsPlausible(untrusted));
        untrusted[0] = 2;
        Assert.False(SealLayout.IsPlausible(untrusted));
    }
}
