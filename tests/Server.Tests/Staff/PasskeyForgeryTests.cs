using System.Buffers.Text;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strongroom.Server.Tests.Staff;

/// <summary>Every part of a passkey's answer made wrong, one at a time: none is accepted.</summary>
public sealed class PasskeyForgeryTests
{
    private static readonly Dictionary<string, Action<Authenticator>> Forgeries = new(StringComparer.Ordinal)
    {
        ["another challenge"] = key => key.Challenge = Base64Url.EncodeToString(new byte[32]),
        ["an empty challenge"] = key => key.Challenge = string.Empty,
        ["another origin"] = key => key.Origin = "https://strongroom.example.org",
        ["a sub-domain"] = key => key.Origin = "https://a.strongroom.example",
        ["another port"] = key => key.Origin = "https://strongroom.example:8443",
        ["no TLS"] = key => key.Origin = "http://strongroom.example",
        ["a path"] = key => key.Origin = "https://strongroom.example/",
        ["another frame"] = key => key.CrossOrigin = true,
        ["another host's hash"] = key => key.Domain = "example",
        ["a registration in place of a log-in"] = key => key.ClientType = "webauthn.create",
        ["nobody present"] = key => key.Flags = Authenticator.Verified,
        ["a holder not verified"] = key => key.Flags = Authenticator.Present,
        ["no flags"] = key => key.Flags = 0,
        ["a copy where none may be"] = key => key.Flags |= Authenticator.BackedUp,
        ["a copy that was never allowed"] = key => key.Flags |= Authenticator.BackupEligible | Authenticator.BackedUp,
        ["another credential"] = key => key.Credential = new byte[32],
        ["another holder"] = key => key.Holder = "staff-00000000000000000000000000000000"u8.ToArray(),
        ["no holder"] = key => key.Holder = null,
        ["no signature"] = key => key.Spoil = _ => [0],
        ["a signature cut short"] = key => key.Spoil = signature => signature[..^1],
        ["a signature of another key"] = key =>
        {
            using var other = new Authenticator();
            byte[] foreign = Base64Url.DecodeFromChars(JsonSerializer.SerializeToNode(other.Sign(
                JsonDocument.Parse("""{"challenge":"AA"}""").RootElement))!["response"]!["signature"]!.GetValue<string>());
            key.Spoil = _ => foreign;
        },
    };

    [Fact]
    public async Task No_forged_answer_is_accepted()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        foreach ((string forgery, Action<Authenticator> forge) in Forgeries)
        {
            using var passkey = new Authenticator();
            string id = await server.RegisterAsync(passkey, token);
            Assert.Equal(200, (await server.LogInByPasskeyAsync(passkey)).Status);

            forge(passkey);
            Answer answer = await server.LogInByPasskeyAsync(passkey);

            Assert.True(answer is { Status: 401, Token: null }, $"{forgery} was accepted");
            Assert.Equal("log-in-failed", answer.Code);
            Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, $"passkeys/{id}", null, token)).Status);
        }
    }

    [Fact]
    public async Task No_flipped_bit_of_a_signed_part_is_accepted()
    {
        await using RunningServer server = await RunningServer.StartAsync("--Auth:LogInsPerMinute=100000");
        Person owner = await server.ClaimAsync();
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(owner));
        foreach (string part in new[] { "authenticatorData", "clientDataJSON", "signature" })
        {
            int bytes = Base64Url.DecodeFromChars(Credential(passkey, "AA")["response"]![part]!.GetValue<string>()).Length;
            for (int at = 0; at < bytes; at++)
            {
                Answer asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
                JsonNode credential = JsonSerializer.SerializeToNode(passkey.Sign(asked.Json.GetProperty("options")))!;
                credential["response"]![part] = Flip(credential["response"]![part]!.GetValue<string>(), at);

                Answer answer = await server.SendAsync(
                    HttpMethod.Post, "sessions/passkeys", new { ceremony = asked.Text("ceremony"), credential });

                Assert.True(answer.Status == 401, $"byte {at} of {part} was accepted");
            }
        }
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"id":"AA","type":"public-key"}""")]
    [InlineData("""{"id":"AA","type":"public-key","response":7}""")]
    [InlineData("""{"id":7,"type":"public-key","response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA"}}""")]
    [InlineData("""{"id":"AA","type":"other","response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA"}}""")]
    [InlineData("""{"id":"AA","type":"public-key","response":{"clientDataJSON":"+/","authenticatorData":"AA","signature":"AA"}}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task What_is_no_credential_is_refused(string credential)
    {
        (RunningServer server, Person _) = await RunningServer.StartClaimedAsync();
        await using RunningServer __ = server;
        Answer asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");

        Answer answer = await server.SendAsync(
            HttpMethod.Post, "sessions/passkeys",
            new { ceremony = asked.Text("ceremony"), credential = JsonNode.Parse(credential) });

        Assert.InRange(answer.Status, 400, 401);
        Assert.Null(answer.Token);
    }

    [Fact]
    public async Task An_answer_is_accepted_once()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(owner));
        Answer asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
        object body = new
        {
            ceremony = asked.Text("ceremony"),
            credential = passkey.Sign(asked.Json.GetProperty("options")),
        };

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => server.SendAsync(HttpMethod.Post, "sessions/passkeys", body)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(7, answers.Count(answer => answer.Status == 401));
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 401)] // the last instant is already too late
    public async Task A_question_is_open_for_five_minutes(int secondsPast, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(owner));
        Answer asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
        object credential = passkey.Sign(asked.Json.GetProperty("options"));

        server.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(secondsPast));

        Assert.Equal(status, (await server.SendAsync(
            HttpMethod.Post, "sessions/passkeys", new { ceremony = asked.Text("ceremony"), credential })).Status);
    }

    [Fact]
    public async Task An_answer_to_one_question_is_no_answer_to_another()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        string token = await server.LogInAsync(owner);
        await server.RegisterAsync(passkey, token);
        string[] paths =
        [
            "sessions/passkeys", "sessions/current/step-ups/passkeys", "sessions/current/unlockings/passkeys",
        ];
        foreach ((string asks, string answers) in
            from asks in paths from answers in paths where asks != answers select (asks, answers))
        {
            Answer asked = await server.SendAsync(HttpMethod.Post, $"{asks}/challenges", null, token);
            object body = new
            {
                ceremony = asked.Text("ceremony"),
                credential = passkey.Sign(asked.Json.GetProperty("options")),
            };

            Assert.InRange((await server.SendAsync(HttpMethod.Post, answers, body, token)).Status, 400, 401);
        }
    }

    [Theory]
    [InlineData(0, 0, 200)] // an authenticator that counts nothing
    [InlineData(0, 1, 200)]
    [InlineData(7, 8, 200)]
    [InlineData(7, 7, 401)]
    [InlineData(7, 6, 401)]
    [InlineData(7, 0, 401)]
    public async Task A_counter_that_does_not_rise_is_refused_and_put_on_record(uint before, uint after, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        using var passkey = new Authenticator { Count = before };
        string id = await server.RegisterAsync(passkey, token);
        passkey.Count = after;

        Answer answer = await server.LogInByPasskeyAsync(passkey);

        Assert.Equal(status, answer.Status);
        Answer log = await server.SendAsync(HttpMethod.Get, "log/entries", token: token);
        JsonElement[] regressed = [.. log.Json.GetProperty("items").EnumerateArray().Where(
            entry => entry.GetProperty("act").GetString() == "PasskeyRegressed")];
        Assert.Equal(status == 200 ? 0 : 1, regressed.Length);
        Assert.All(regressed, entry => Assert.Equal(id, entry.GetProperty("body").GetProperty("passkey").GetString()));
    }

    private static JsonNode Credential(Authenticator passkey, string challenge)
    {
        using var options = JsonDocument.Parse($$"""{"challenge":"{{challenge.PadRight(43, 'A')}}"}""");
        return JsonSerializer.SerializeToNode(passkey.Sign(options.RootElement))!;
    }

    private static string Flip(string part, int at)
    {
        byte[] bytes = Base64Url.DecodeFromChars(part);
        int place = Math.Min(at, bytes.Length - 1); // a signature's length varies by a byte or two
        bytes[place] ^= (byte)(1 << (at % 8));
        return Base64Url.EncodeToString(bytes);
    }
}
