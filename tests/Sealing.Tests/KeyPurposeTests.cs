namespace Strongroom.Sealing.Tests;

public sealed class KeyPurposeTests
{
    [Theory]
    [InlineData("compartment")]
    [InlineData("audit-signing")]
    [InlineData("password-pepper")]
    [InlineData("session")]
    [InlineData("code-route")]
    [InlineData("backup")]
    [InlineData("audit-body")]
    [InlineData("idempotency")]
    [InlineData("database")]
    public void A_purpose_reads_back_from_its_name(string name) =>
        Assert.Equal(name, KeyPurpose.Parse(name, null).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Session")]
    [InlineData("root")]
    public void Other_names_are_no_purposes(string? name)
    {
        Assert.False(KeyPurpose.TryParse(name, null, out _));
        Assert.Throws<FormatException>(() => KeyPurpose.Parse(name!, null));
    }
}
