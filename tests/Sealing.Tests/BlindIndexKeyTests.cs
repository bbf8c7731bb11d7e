using System.Security.Cryptography;

namespace Strongroom.Sealing.Tests;

public sealed class BlindIndexKeyTests
{
    [Fact]
    public void A_tag_is_the_first_bits_of_HMAC_SHA_256_and_zeros()
    {
        byte[] key = new byte[32];
        key.AsSpan().Fill(7);
        byte[] full = HMACSHA256.HashData(key, "ada example"u8);
        using BlindIndexKey index = BlindIndexKey.TakeFrom(key);

        for (int bits = 4; bits <= 128; bits++)
        {
            byte[] tag = index.Tag("ada example"u8, bits);

            Assert.Equal((bits + 7) / 8, tag.Length);
            for (int bit = 0; bit < tag.Length * 8; bit++)
            {
                int expected = bit < bits ? Bit(full, bit) : 0;
                Assert.Equal(expected, Bit(tag, bit));
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(129)]
    public void Tags_have_4_to_128_bits(int bits)
    {
        using BlindIndexKey index = BlindIndexKey.New();

        Assert.Throws<ArgumentOutOfRangeException>(() => index.Tag("x"u8, bits));
    }

    [Fact]
    public void Keys_of_two_compartments_give_tags_that_cannot_be_joined()
    {
        using BlindIndexKey one = BlindIndexKey.New();
        using BlindIndexKey other = BlindIndexKey.New();

        Assert.NotEqual(one.Tag("ada example"u8, 128), other.Tag("ada example"u8, 128));
    }

    [Fact]
    public void A_copied_secret_makes_the_same_tags_and_a_wiped_key_none()
    {
        BlindIndexKey index = BlindIndexKey.New();
        using SecretBytes secret = index.CopySecret();
        using BlindIndexKey again = BlindIndexKey.TakeFrom(secret.Reveal().ToArray());
        byte[] tag = index.Tag("x"u8, 20);

        index.Dispose();

        Assert.Equal(tag, again.Tag("x"u8, 20));
        Assert.Throws<ObjectDisposedException>(() => index.Tag("x"u8, 20));
    }

    private static int Bit(byte[] bytes, int index) => (bytes[index / 8] >> (7 - (index % 8))) & 1;
}
