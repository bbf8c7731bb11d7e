using System.Text;

namespace Strongroom.Sealing.Tests;

public sealed class ScramVerifierTests
{
    [Fact]
    public void The_verifier_is_the_one_that_the_server_would_make()
    {
        using var password = SecretBytes.TakeFrom(Encoding.ASCII.GetBytes("pencil"));

        string made = ScramVerifier.Of(password, Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

        // The exchange in RFC 7677, section 3: its server signature follows from this ServerKey.
        Assert.Equal(
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
            made);
    }

    [Fact]
    public void Two_verifiers_of_one_password_differ()
    {
        using var password = SecretBytes.TakeFrom(Encoding.ASCII.GetBytes("pencil"));

        Assert.NotEqual(ScramVerifier.Of(password), ScramVerifier.Of(password));
    }

    [Fact]
    public void Only_printable_ASCII_is_taken()
    {
        using var password = SecretBytes.TakeFrom(Encoding.UTF8.GetBytes("naïve"));

        Assert.Throws<ArgumentException>(() => ScramVerifier.Of(password));
    }
}
