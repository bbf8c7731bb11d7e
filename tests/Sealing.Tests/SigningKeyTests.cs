namespace Strongroom.Sealing.Tests;

public sealed class SigningKeyTests
{
    [Fact]
    public void A_signature_verifies_under_the_public_half_and_no_changed_bit_of_it_does()
    {
        using SigningKey key = SigningKey.New();
        byte[] signature = key.Sign("message"u8);

        Assert.True(key.Public.Verifies("message"u8, signature));
        Assert.False(key.Public.Verifies("massage"u8, signature));
        for (int bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.Public.Verifies("message"u8, signature));
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_copied_seed_is_the_same_key()
    {
        using SigningKey key = SigningKey.New();
        using SecretBytes seed = key.CopySeed();
        byte[] bytes = seed.Reveal().ToArray();

        using SigningKey again = SigningKey.TakeFrom(bytes);

        Assert.Equal(new byte[32], bytes);
        Assert.Equal(key.Public, again.Public);
        Assert.Equal(key.Sign("message"u8), again.Sign("message"u8));
    }

    [Fact]
    public void A_verifying_key_has_one_text_form()
    {
        using SigningKey key = SigningKey.New();
        string text = key.Public.ToString();

        Assert.Equal(key.Public, VerifyingKey.Parse(text));
        Assert.Equal(key.Public, VerifyingKey.FromBytes(key.Public.ToBytes()));
        Assert.False(VerifyingKey.TryParse(" " + text, null, out _));
        Assert.False(VerifyingKey.TryParse(text[..^1], null, out _));
        Assert.False(VerifyingKey.TryParse(null, null, out _));
        Assert.Throws<FormatException>(() => VerifyingKey.Parse("no key"));
        Assert.Throws<ArgumentException>(() => VerifyingKey.FromBytes(new byte[31]));
    }

    [Fact]
    public void A_wiped_key_signs_nothing()
    {
        SigningKey key = SigningKey.New();

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign("message"u8));
        Assert.Throws<ObjectDisposedException>(() => key.CopySeed());
    }
}
