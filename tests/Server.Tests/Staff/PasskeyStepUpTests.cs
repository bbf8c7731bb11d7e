using System.Buffers.Text;
using System.Net.Http;
using System.Text.Json;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Staff;

public sealed class PasskeyStepUpTests
{
    private const string Path = "sessions/current/step-ups/passkeys";

    [Fact]
    public async Task A_step_up_for_one_reveal_opens_that_one_and_no_other()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        RunningServer server = clinic.Server;
        using var passkey = new Authenticator();
        string token = await server.LogInAsync(clinic.Owner);
        await server.RegisterAsync(passkey, token);
        object fields = new Dictionary<string, object> { ["full-name"] = "Ada Example", ["us-ssn"] = "219-09-9999" };
        string code = await clinic.RegisterAsync(fields);
        string other = await clinic.RegisterAsync(fields);
        object act = new { name = "reveal", customer = code, fields = new[] { "us-ssn" }, purpose = "support" };

        Answer stepped = await server.AnswerPasskeyAsync(Path, passkey, token, act);

        Assert.Equal(200, stepped.Status);
        token = stepped.Token!;
        Assert.Equal(401, (await RevealAsync(other, ["us-ssn"], "support")).Status);
        Assert.Equal(401, (await RevealAsync(code, ["us-ssn"], "billing")).Status);
        Assert.Equal(401, (await RevealAsync(code, ["us-ssn", "full-name"], "support")).Status);
        Answer invited = await server.SendAsync(
            HttpMethod.Post, "staff", new { email = "grace@example.org", name = "Grace", roles = new[] { "auditor" } },
            token);
        Assert.Equal((401, "step-up-required"), (invited.Status, invited.Code));
        Assert.Equal(201, (await RevealAsync(code, ["us-ssn"], "support")).Status);
        server.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(401, (await RevealAsync(code, ["us-ssn"], "support")).Status);

        Task<Answer> RevealAsync(string customer, string[] kinds, string purpose) => server.SendAsync(
            HttpMethod.Post, $"customers/{customer}/reveals", new { fields = kinds, purpose }, token);
    }

    [Fact]
    public async Task The_entry_keeps_what_was_signed_and_names_no_customer()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        string token = await server.LogInAsync(owner);
        await server.RegisterAsync(passkey, token);
        const string Code = "7Q4M-2KTD-9RWX-JV";
        object act = new { name = "reveal", customer = Code, fields = new[] { "us-ssn" }, purpose = "support" };

        token = (await server.AnswerPasskeyAsync(Path, passkey, token, act)).Token!;

        Answer log = await server.SendAsync(HttpMethod.Get, "log/entries", token: token);
        Assert.DoesNotContain(Code, log.Body, StringComparison.Ordinal);
        JsonElement body = log.Json.GetProperty("items").EnumerateArray().Last(
            entry => entry.GetProperty("act").GetString() == "SteppedUp").GetProperty("body");
        var said = StepUpAct.OfReveal(CustomerCode.Parse(Code, null), ["us-ssn"], "support");
        Assert.Equal(said.Mark, body.GetProperty("actSha256").GetString());
        byte[] challenge = said.Challenge(
            StaffId.Parse(owner.Id), Base64Url.DecodeFromChars(body.GetProperty("nonce").GetString()));
        using var browser = JsonDocument.Parse(Base64Url.DecodeFromChars(body.GetProperty("clientDataJSON").GetString()));
        Assert.Equal(Base64Url.EncodeToString(challenge), browser.RootElement.GetProperty("challenge").GetString());
        Assert.Equal(Convert.ToHexStringLower(passkey.PublicKey), body.GetProperty("publicKey").GetString());
    }

    [Fact]
    public async Task A_general_step_up_opens_what_asks_for_one()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        string token = await server.LogInAsync(owner);
        await server.RegisterAsync(passkey, token);

        Answer stepped = await server.AnswerPasskeyAsync(Path, passkey, token);

        Assert.Equal(201, (await server.SendAsync(
            HttpMethod.Post, "staff", new { email = "grace@example.org", name = "Grace", roles = new[] { "auditor" } },
            stepped.Token)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
    }

    [Fact]
    public async Task The_passkey_of_a_colleague_is_no_step_up()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        using var hers = new Authenticator();
        await server.RegisterAsync(hers, await server.LogInAsync(grace));

        Assert.Equal(400, (await server.AnswerPasskeyAsync(Path, hers, token)).Status);
    }

    [Theory]
    [InlineData("reveal", null, "us-ssn", "support")]
    [InlineData("reveal", "7Q4M-2KTD-9RWX-JX", "us-ssn", "support")]
    [InlineData("reveal", "7Q4M-2KTD-9RWX-JV", "US SSN", "support")]
    [InlineData("reveal", "7Q4M-2KTD-9RWX-JV", "us-ssn", "Support!")]
    [InlineData("", null, "us-ssn", null)]
    public async Task An_act_that_is_none_is_refused(string name, string? customer, string field, string? purpose)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        Answer answer = await server.SendAsync(
            HttpMethod.Post, $"{Path}/challenges", new { name, customer, fields = new[] { field }, purpose },
            await server.LogInAsync(owner));

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public void The_bytes_stay_as_they_are_written_down()
    {
        var act = StepUpAct.OfReveal(
            CustomerCode.Parse("7Q4M-2KTD-9RWX-JV", null), ["us-ssn", "bank-account", "us-ssn"], "support");

        byte[] challenge = act.Challenge(StaffId.Parse("staff-101112131415161718191a1b1c1d1e1f"), new byte[32]);

        Assert.Equal("52a9bbd210d5a1daa17b0b7e119cb6ba8dbf211de646d56e5c0cc1eeeb63ff0a", act.Mark);
        Assert.Equal(
            "b636c4cfa201988a78fa72381cd053ae9bece7fe776d19cb3b580bc24a132edc", Convert.ToHexStringLower(challenge));
    }
}
