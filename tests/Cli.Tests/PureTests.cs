using System.Net;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Demo;
using Strongroom.Cli.Sessions;

namespace Strongroom.Cli.Tests;

public sealed class PureTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_authenticator_shows_the_codes_of_RFC_6238(long second, string code)
    {
        // "12345678901234567890", the standard's secret
        byte[] secret = Authenticator.Read("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

        Assert.Equal("12345678901234567890"u8.ToArray(), secret);
        Assert.Equal(code, Authenticator.At(secret, second / 30));
    }

    [Theory]
    [InlineData(400, "validation", 2)]
    [InlineData(401, "not-logged-in", 3)]
    [InlineData(401, "step-up-required", 4)]
    [InlineData(403, "screening-required", 3)]
    [InlineData(404, "not-found", 6)]
    [InlineData(409, "duplicate-suspected", 1)]
    [InlineData(412, "version-conflict", 1)]
    [InlineData(413, "validation", 2)]
    [InlineData(422, "format-refused", 8)]
    [InlineData(428, "version-conflict", 2)]
    [InlineData(429, "rate-limited", 7)]
    [InlineData(500, "internal", 1)]
    [InlineData(503, "compartment-closed", 7)]
    [InlineData(502, "", 1)]
    public void Every_refusal_has_its_exit_code(int status, string code, int exitCode) =>
        Assert.Equal(
            exitCode, ProblemReading.Read((HttpStatusCode)status, new JsonObject { ["code"] = code }).ExitCode);

    [Fact]
    public void A_table_is_as_wide_as_its_words_and_lets_no_control_character_through() =>
        Assert.Equal(
            "CODE  NAME\nA     x\nLONG  y z", Sheet.Write(["code", "name"], [["A", "x"], ["LONG", "y\u001bz"]]));

    [Fact]
    public void Two_hundred_invented_customers_are_all_different()
    {
        IReadOnlyList<DemoCustomer> all = DemoCustomer.All();

        Assert.Equal(200, all.Count);
        Assert.Equal(200, all.Select(customer => customer.Name).Distinct().Count());
        Assert.Equal(200, all.Select(customer => customer.Email).Distinct().Count());
        Assert.Equal(200, all.Select(customer => customer.Phone).Distinct().Count());
        Assert.Equal(200, all.Select(customer => customer.SocialSecurity).Distinct().Count());
        Assert.All(all, customer => Assert.EndsWith("@example.org", customer.Email, StringComparison.Ordinal));
    }

    [Fact]
    public void A_session_that_was_tampered_with_is_no_session()
    {
        string folder = Directory.CreateTempSubdirectory("strongroom-test-").FullName;
        var file = new SessionFile(folder);
        file.Write(new Uri("https://localhost:8443"), null, "token");
        Assert.Equal("token", file.Read().Token);

        File.WriteAllText(Path.Combine(folder, "session.json"), "{\"server\":");

        Assert.Equal(KeptSession.None, file.Read());
        Directory.Delete(folder, recursive: true);
    }
}
