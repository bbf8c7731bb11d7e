using System.Text;

namespace Strongroom.Sealing.Tests;

public sealed class PasswordHashTests
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public void A_password_matches_its_hash_under_its_pepper_and_no_other()
    {
        using KeyedHash pepper = KeyedHash.New();
        using KeyedHash other = KeyedHash.New();
        string stored = PasswordHash.Hash(Password, pepper);

        Assert.StartsWith("$argon2id$v=19$m=65536,t=3,p=1$", stored, StringComparison.Ordinal);
        Assert.True(PasswordHash.Matches(Password, stored, pepper, out bool outdated));
        Assert.False(outdated);
        Assert.False(PasswordHash.Matches(Password + " ", stored, pepper, out _));
        Assert.False(PasswordHash.Matches(Password, stored, other, out _));
    }

    [Fact]
    public void Hashing_twice_gives_two_hashes()
    {
        using KeyedHash pepper = KeyedHash.New();

        Assert.NotEqual(
            PasswordHash.Hash(Password, pepper), PasswordHash.Hash(Password, pepper), StringComparer.Ordinal);
    }

    [Fact]
    public void A_hash_of_other_parameters_matches_and_is_outdated()
    {
        using KeyedHash pepper = KeyedHash.New();
        using SecretBytes peppered = SecretBytes.TakeFrom(pepper.Hash("password", Encoding.UTF8.GetBytes(Password)));
        PasswordHashText old = PasswordHash.Compute(
            peppered, PasswordHashText.Current(new byte[16]) with { MemoryKibibytes = 1024, Passes = 2 });

        Assert.True(PasswordHash.Matches(Password, old.ToString(), pepper, out bool outdated));
        Assert.True(outdated);
        Assert.False(PasswordHash.Matches("wrong", old.ToString(), pepper, out outdated));
        Assert.False(outdated);
    }

    [Fact]
    public void Argon2id_gives_what_the_reference_program_gives()
    {
        // argon2 strongroom-salt1 -id -t 2 -m 10 -p 1 -l 32 -e, with the text "peppered" on its input
        const string Reference =
            "$argon2id$v=19$m=1024,t=2,p=1$c3Ryb25ncm9vbS1zYWx0MQ$1L55JLEim6c8FgFGOrODL2pflCvedrolGZODUbxmZoA";
        Assert.True(PasswordHashText.TryParse(Reference, out PasswordHashText? expected));
        using SecretBytes input = SecretBytes.TakeFrom("peppered"u8.ToArray());

        Assert.Equal(Reference, PasswordHash.Compute(input, expected).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=1$")]
    [InlineData("$argon2i$v=19$m=1024,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=262145,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=7,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=11,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=3,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=01024,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAB$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=1024,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u00e4")]
    public void A_malformed_or_costly_stored_text_never_matches(string? stored)
    {
        using KeyedHash pepper = KeyedHash.New();

        Assert.False(PasswordHash.Matches(Password, stored!, pepper, out _));
    }

    [Fact]
    public void Passwords_are_text_of_1_to_1024_units()
    {
        using KeyedHash pepper = KeyedHash.New();
        string longest = new('\uffff', 1024); // three bytes each
        string stored = PasswordHash.Hash(longest, pepper);

        Assert.True(PasswordHash.Matches(longest, stored, pepper, out _));
        Assert.False(PasswordHash.Matches(longest + "x", stored, pepper, out _));
        Assert.False(PasswordHash.Matches("", stored, pepper, out _));
        Assert.False(PasswordHash.Matches("\ud800", stored, pepper, out _));
        Assert.Throws<ArgumentException>(() => PasswordHash.Hash("", pepper));
        Assert.Throws<ArgumentException>(() => PasswordHash.Hash(longest + "x", pepper));
        Assert.Throws<ArgumentException>(() => PasswordHash.Hash("lone \udc00 surrogate", pepper));
    }
}
