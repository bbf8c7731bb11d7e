using CsCheck;

namespace Strongroom.Sealing.Tests;

public sealed class SealingKeyTests
{
    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(12, 16)]
    [InlineData(13, 32)]
    [InlineData(28, 32)]
    [InlineData(29, 64)]
    [InlineData(60, 64)]
    [InlineData(61, 128)]
    [InlineData(1020, 1024)]
    [InlineData(1021, 2048)]
    [InlineData(2044, 2048)]
    [InlineData(2045, 3072)]
    public void A_sealed_value_opens_and_its_length_is_that_of_its_bucket(int length, int bucket)
    {
        using SealingKey key = SealingKey.New(1);
        byte[] plaintext = new byte[length];
        plaintext.AsSpan().Fill(0xa5);

        byte[] sealedValue = key.Seal(Contexts.Field, plaintext);

        Assert.Equal(77 + bucket, sealedValue.Length);
        Assert.Equal(SealingKey.SealedLength(length), sealedValue.Length);
        Assert.True(key.TryOpen(sealedValue, Contexts.Field, out byte[]? opened));
        Assert.Equal(plaintext, opened);
    }

    [Fact]
    public void Any_value_opens_to_what_was_sealed()
    {
        using SealingKey key = SealingKey.New(3);

        Gen.Byte.Array[0, 4096].Sample(plaintext =>
            key.TryOpen(key.Seal(Contexts.Field, plaintext), Contexts.Field, out byte[]? opened)
            && opened.AsSpan().SequenceEqual(plaintext));
    }

    [Fact]
    public void The_longest_value_opens_and_one_byte_more_is_not_sealed()
    {
        using SealingKey key = SealingKey.New(1);
        byte[] longest = new byte[SealingKey.PlaintextLimit];

        Assert.True(key.TryOpen(key.Seal(Contexts.Field, longest), Contexts.Field, out byte[]? opened));
        Assert.Equal(longest.Length, opened.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Seal(Contexts.Field, new byte[longest.Length + 1]));
    }

    [Fact]
    public void Sealing_twice_gives_nothing_in_common_but_the_header()
    {
        using SealingKey key = SealingKey.New(1);

        byte[] first = key.Seal(Contexts.Field, "Ada Example"u8);
        byte[] second = key.Seal(Contexts.Field, "Ada Example"u8);

        Assert.Equal(first[..5], second[..5]);
        for (int at = 5; at + 4 <= first.Length; at++)
        {
            Assert.Equal(-1, second.AsSpan(5).IndexOf(first.AsSpan(at, 4)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(300)]
    public void Every_single_flipped_bit_of_a_sealed_value_is_refused(int length)
    {
        using SealingKey key = SealingKey.New(1);
        byte[] sealedValue = key.Seal(Contexts.Field, new byte[length]);

        for (int bit = 0; bit < sealedValue.Length * 8; bit++)
        {
            sealedValue[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.TryOpen(sealedValue, Contexts.Field, out byte[]? opened), $"bit {bit} flipped");
            Assert.Null(opened);
            sealedValue[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(key.TryOpen(sealedValue, Contexts.Field, out _));
    }

    [Fact]
    public void A_value_cut_short_or_made_longer_is_refused()
    {
        using SealingKey key = SealingKey.New(1);
        byte[] sealedValue = key.Seal(Contexts.Field, new byte[100]);

        for (int length = 0; length < sealedValue.Length; length++)
        {
            Assert.False(key.TryOpen(sealedValue.AsSpan(0, length), Contexts.Field, out _));
        }

        for (int more = 1; more < 300; more++)
        {
            Assert.False(key.TryOpen([.. sealedValue, .. new byte[more]], Contexts.Field, out _));
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        using SealingKey key = SealingKey.New(1);

        Gen.Byte.Array[0, 400].Sample(bytes => !key.TryOpen(bytes, Contexts.Field, out _));
    }

    [Theory]
    [MemberData(nameof(Contexts.OneDifference), MemberType = typeof(Contexts))]
    public void A_value_does_not_open_under_another_context(string part, SealContext other)
    {
        using SealingKey key = SealingKey.New(1);
        byte[] sealedValue = key.Seal(Contexts.Field, "Ada Example"u8);

        Assert.False(key.TryOpen(sealedValue, other, out _), $"opened with another {part}");
    }

    [Fact]
    public void A_value_does_not_open_under_another_generation_of_the_same_key()
    {
        byte[] bytes = new byte[32];
        using SealingKey first = SealingKey.TakeFrom(bytes, 1);
        using SealingKey second = SealingKey.TakeFrom(bytes, 2);
        byte[] sealedValue = first.Seal(Contexts.Field, "Ada Example"u8);

        Assert.False(second.TryOpen(sealedValue, Contexts.Field, out _));
        sealedValue[4] = 2; // the header now claims the second generation
        Assert.False(second.TryOpen(sealedValue, Contexts.Field, out _));
        Assert.False(first.TryOpen(sealedValue, Contexts.Field, out _));
    }

    [Fact]
    public void A_value_does_not_open_under_another_key()
    {
        using SealingKey key = SealingKey.New(1);
        using SealingKey other = SealingKey.New(1);

        Assert.False(other.TryOpen(key.Seal(Contexts.Field, "Ada Example"u8), Contexts.Field, out _));
    }

    [Fact]
    public void The_generation_is_read_from_a_sealed_value()
    {
        using SealingKey key = SealingKey.New(0x01020304);

        Assert.True(SealingKey.TryReadGeneration(key.Seal(Contexts.Field, []), out uint generation));
        Assert.Equal(0x01020304u, generation);
        Assert.False(SealingKey.TryReadGeneration("no seal"u8, out _));
    }

    [Fact]
    public void There_is_no_generation_0()
    {
        using SealingKey key = SealingKey.New(1);
        byte[] sealedValue = key.Seal(Contexts.Field, []);
        sealedValue[4] = 0;

        Assert.Throws<ArgumentOutOfRangeException>(() => SealingKey.New(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealingKey.TakeFrom(new byte[32], 0));
        Assert.False(SealingKey.TryReadGeneration(sealedValue, out _));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_has_32_bytes(int length) =>
        Assert.Throws<ArgumentException>(() => SealingKey.TakeFrom(new byte[length], 1));

    [Fact]
    public void A_key_that_is_taken_is_wiped_at_the_callers_and_is_the_key()
    {
        byte[] bytes = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
        using SealingKey key = SealingKey.TakeFrom(bytes, 1);
        using SecretBytes copy = key.CopySecret();

        Assert.Equal(new byte[32], bytes);
        Assert.True(copy.Matches([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));
    }

    [Fact]
    public void Lengths_are_of_0_bytes_to_16_MiB()
    {
        Assert.Equal(77 + SealingKey.PlaintextLimit + 1024, SealingKey.SealedLength(SealingKey.PlaintextLimit));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealingKey.SealedLength(SealingKey.PlaintextLimit + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealingKey.SealedLength(-1));
    }

    [Fact]
    public void A_sealed_key_opens_as_the_same_key_of_the_same_generation()
    {
        using SealingKey outer = SealingKey.New(1);
        using SealingKey inner = SealingKey.New(9);
        byte[] wrapped = outer.SealKey(Contexts.Field, inner);

        Assert.Equal(141, wrapped.Length);
        Assert.False(outer.TryOpenKey(wrapped, Contexts.Field, 8, out _));
        Assert.False(outer.TryOpenKey(wrapped, Contexts.Field with { Version = 8 }, 9, out _));
        Assert.True(outer.TryOpenKey(wrapped, Contexts.Field, 9, out SealingKey? opened));
        Assert.Equal(9u, opened.Generation);
        Assert.True(opened.TryOpen(inner.Seal(Contexts.Field, "x"u8), Contexts.Field, out _));
    }

    [Fact]
    public void A_value_that_is_no_key_does_not_open_as_one()
    {
        using SealingKey outer = SealingKey.New(1);
        byte[] sealedValue = outer.Seal(Contexts.Field, new byte[36]);

        Assert.False(outer.TryOpenKey(sealedValue, Contexts.Field, 0, out _));
        Assert.False(outer.TryOpenKey(outer.Seal(Contexts.Field, new byte[32]), Contexts.Field, 1, out _));
    }

    [Fact]
    public void A_sealed_secret_opens()
    {
        using SealingKey key = SealingKey.New(1);
        using SecretBytes secret = SecretBytes.Random(20);

        Assert.True(key.TryOpenSecret(key.SealSecret(Contexts.Field, secret), Contexts.Field, out SecretBytes? opened));
        Assert.True(opened.Matches(secret.Reveal()));
        Assert.False(key.TryOpenSecret(new byte[93], Contexts.Field, out _));
    }

    [Fact]
    public void A_wiped_key_neither_seals_nor_opens()
    {
        SealingKey key = SealingKey.New(1);
        byte[] sealedValue = key.Seal(Contexts.Field, "Ada Example"u8);

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Seal(Contexts.Field, []));
        Assert.Throws<ObjectDisposedException>(() => key.TryOpen(sealedValue, Contexts.Field, out _));
        Assert.Throws<ObjectDisposedException>(() => key.CopySecret());
    }

    [Fact]
    public void Names_in_a_context_are_neither_empty_nor_too_long_nor_broken()
    {
        using SealingKey key = SealingKey.New(1);

        Assert.ThrowsAny<ArgumentException>(() => key.Seal(Contexts.Field with { Type = "" }, []));
        Assert.ThrowsAny<ArgumentException>(() => key.Seal(Contexts.Field with { Table = new string('x', 257) }, []));
        Assert.ThrowsAny<ArgumentException>(() => key.Seal(Contexts.Field with { Column = "\ud800" }, []));
        Assert.ThrowsAny<ArgumentException>(() => Contexts.Field with { Version = -1 });
    }
}
