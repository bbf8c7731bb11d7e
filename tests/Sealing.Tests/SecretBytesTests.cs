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
    public void Secret_bytes_neither_print_nor_serialize()
    {
        using SecretBytes secret = SecretBytes.TakeFrom("canary"u8.ToArray());

        Assert.Equal("SecretBytes", $"{secret}");
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Inner = secret }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<SecretBytes>("\"AAAA\""));
    }
}
