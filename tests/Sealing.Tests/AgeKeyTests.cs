using System.Text;

namespace Strongroom.Sealing.Tests;

public sealed class AgeKeyTests
{
    private const string Secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    private const string Public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

    [Fact]
    public void The_keys_of_the_age_specification_read_and_print_the_same()
    {
        Assert.True(AgeIdentity.TryParse(Secret, out AgeIdentity? identity));

        Assert.Equal(Public, identity.Recipient.ToString());
        Assert.Equal(Secret, Encoding.ASCII.GetString(identity.CopyText().Reveal()));
        Assert.Equal(identity.Recipient, AgeRecipient.Parse(Public));
    }

    [Fact]
    public void A_recipient_with_one_wrong_character_is_refused()
    {
        for (int at = 0; at < Public.Length; at++)
        {
            foreach (char other in "qpzry9x8gf2tvdw0s3jn54khce6mua7l1bioAQ -")
            {
                string wrong = Public[..at] + other + Public[(at + 1)..];
                bool isSame = string.Equals(wrong, Public, StringComparison.Ordinal);
                Assert.Equal(isSame, AgeRecipient.TryParse(wrong, null, out _));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("age1")]
    [InlineData("AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ")]
    [InlineData(" age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")]
    public void Other_texts_are_no_recipients(string text)
    {
        Assert.False(AgeRecipient.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => AgeRecipient.Parse(text));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_point_of_small_order_is_no_recipient(string point) =>
        Assert.False(AgeRecipient.TryFromBytes(Convert.FromHexString(point), out _));

    [Fact]
    public void A_recipient_has_one_form_of_bytes()
    {
        byte[] bytes = AgeRecipient.Parse(Public).ToBytes();

        Assert.True(AgeRecipient.TryFromBytes(bytes, out AgeRecipient? again));
        Assert.Equal(Public, again.ToString());
        bytes[31] ^= 0x80; // the bit that X25519 ignores
        Assert.False(AgeRecipient.TryFromBytes(bytes, out _));
        Assert.False(AgeRecipient.TryFromBytes(bytes.AsSpan(1), out _));
    }

    [Fact]
    public void A_copied_private_half_is_the_same_identity()
    {
        using AgeIdentity identity = AgeIdentity.New();
        using SecretBytes secret = identity.CopySecret();
        byte[] bytes = secret.Reveal().ToArray();
        using AgeIdentity again = AgeIdentity.TakeFrom(bytes);
        using SecretBytes text = identity.CopyText();
        Assert.True(AgeIdentity.TryParse(Encoding.ASCII.GetString(text.Reveal()), out AgeIdentity? third));

        Assert.Equal(new byte[32], bytes);
        Assert.Equal(identity.Recipient, again.Recipient);
        Assert.Equal(identity.Recipient, third.Recipient);
        Assert.False(AgeIdentity.TryParse(Secret.Replace('X', 'x'), out _));
        Assert.False(AgeIdentity.TryParse(Secret.AsSpan(1), out _));
    }

    [Fact]
    public void A_wiped_identity_opens_nothing()
    {
        AgeIdentity identity = AgeIdentity.New();
        byte[] file = AgeFile.Seal("x"u8, identity.Recipient);

        identity.Dispose();

        Assert.Throws<ObjectDisposedException>(() => AgeFile.TryOpen(file, identity, out _));
        Assert.Throws<ObjectDisposedException>(() => identity.CopySecret());
    }
}
