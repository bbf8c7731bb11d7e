using System.Text.Json;

namespace Strongroom.Sealing.Tests;

public sealed class SecretBytesTests
{
    [Fact]
    public void Taking_secret_bytes_wipes_the_callers()
    {
        byte[] source = [1, 2, 3];

        using SecretBytes secret = SecretBytes.TakeFrom(source);

        Assert.Equal([0, 0, 0], source);
        Assert.True(secret.Matches([1, 2, 3]));
        Assert.False(secret.Matches([1, 2, 4]));
        Assert.False(secret.Matches([1, 2]));
    }

    [Fact]
    public void Disposing_wipes_the_bytes()
    {
        SecretBytes secret = SecretBytes.Random(32);
        ReadOnlySpan<byte> seen = secret.Reveal();

        secret.Dispose();

        Assert.Equal(new byte[32], seen.ToArray());
        Assert.Throws<ObjectDisposedException>(() => secret.Reveal().Length);
        Assert.Throws<ObjectDisposedException>(secret.ThrowIfWipedMeanwhile);
    }

    [Fact]
    public void A_copy_outlives_its_original()
    {
        SecretBytes secret = SecretBytes.TakeFrom([7, 8]);
        using SecretBytes copy = secret.Copy();

        secret.Dispose();

        Assert.True(copy.Matches([7, 8]));
    }

    [Fact]
    public void A_wiped_secret_gives_no_copy_and_matches_nothing()
    {
        SecretBytes secret = SecretBytes.Random(2);

        secret.Dispose();

        Assert.Equal(2, secret.Length);
        Assert.Throws<ObjectDisposedException>(secret.Copy);
        Assert.Throws<ObjectDisposedException>(() => secret.Matches([0, 0]));
    }

    [Fact]
    public void Random_secrets_are_as_long_as_they_are_asked_for_and_differ()
    {
        using SecretBytes one = SecretBytes.Random(32);
        using SecretBytes other = SecretBytes.Random(32);

        Assert.Equal(32, one.Length);
        Assert.False(one.Matches(other.Reveal()));
        Assert.False(one.Matches(new byte[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretBytes.Random(-1));
    }

    [Fact]
    public void Secret_bytes_neither_print_nor_serialize()
    {
        using SecretBytes secret = SecretBytes.TakeFrom("canary"u8.ToArray());

        Assert.Equal("SecretBytes", $"{secret}");
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Inner = secret }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<SecretBytes>("\"AAAA\""));
    }
}
