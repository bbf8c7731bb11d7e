using System.Buffers.Text;
using System.Net.Http;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Staff;

namespace Strongroom.Server.Tests.Staff;

public class PasskeyTests
{
    [Fact]
    public async Task A_passkey_alone_logs_in()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(owner));

        Answer answer = await server.LogInByPasskeyAsync(passkey);

        Assert.Equal(200, answer.Status);
        Assert.Equal(owner.Id, (await server.SendAsync(HttpMethod.Get, "me", token: answer.Token)).Text("id"));
        Answer list = await server.SendAsync(HttpMethod.Get, "sessions", token: answer.Token);
        JsonElement mine = list.Json.GetProperty("items").EnumerateArray().Single(
            item => item.GetProperty("isThis").GetBoolean());
        Assert.Equal("passkey", mine.GetProperty("method").GetString());
    }

    [Fact]
    public async Task The_options_ask_for_a_verified_holder_at_our_host_and_tell_nobody_apart()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        string token = await server.LogInAsync(owner);
        await server.RegisterAsync(passkey, token);

        JsonElement logIn = (await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges")).Json
            .GetProperty("options");
        JsonElement made = (await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token)).Json
            .GetProperty("options");

        Assert.Equal(RunningServer.Domain, logIn.GetProperty("rpId").GetString());
        Assert.Equal("required", logIn.GetProperty("userVerification").GetString());
        Assert.Equal(0, logIn.GetProperty("allowCredentials").GetArrayLength());
        Assert.Equal(RunningServer.Domain, made.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal("none", made.GetProperty("attestation").GetString());
        JsonElement selection = made.GetProperty("authenticatorSelection");
        Assert.Equal("required", selection.GetProperty("userVerification").GetString());
        Assert.Equal("required", selection.GetProperty("residentKey").GetString());
        Assert.Equal(
            Base64Url.EncodeToString(passkey.Credential),
            made.GetProperty("excludeCredentials")[0].GetProperty("id").GetString());
        Assert.Equal(32, Base64Url.DecodeFromChars(logIn.GetProperty("challenge").GetString()).Length);
    }

    [Fact]
    public async Task Registering_needs_a_fresh_factor()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        Answer stale = await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token);
        Answer fresh = await server.SendAsync(
            HttpMethod.Post, "passkeys/registrations", new { code = server.NextCode(owner) }, token);

        Assert.Equal((401, "step-up-required"), (stale.Status, stale.Code));
        Assert.Equal(200, fresh.Status);
    }

    [Theory]
    [InlineData(Authenticator.Present, 400)]
    [InlineData(Authenticator.Verified, 400)]
    [InlineData(Authenticator.Present | Authenticator.Verified | Authenticator.BackedUp, 400)]
    [InlineData(Authenticator.Present | Authenticator.Verified | Authenticator.BackupEligible, 201)]
    public async Task Only_a_verified_holder_registers(byte flags, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator { Flags = flags };

        Assert.Equal(status, (await server.TryRegisterAsync(passkey, await server.LogInAsync(owner))).Status);
    }

    [Fact]
    public async Task A_registration_from_elsewhere_or_for_another_question_is_refused()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        using var elsewhere = new Authenticator { Origin = "https://elsewhere.example" };
        using var framed = new Authenticator { CrossOrigin = true };
        using var other = new Authenticator { Domain = "elsewhere.example" };
        using var asked = new Authenticator { Challenge = Base64Url.EncodeToString(new byte[32]) };
        using var kind = new Authenticator { ClientType = "webauthn.get" };

        foreach (Authenticator passkey in new[] { elsewhere, framed, other, asked, kind })
        {
            Assert.Equal(400, (await server.TryRegisterAsync(passkey, token)).Status);
        }

        Answer list = await server.SendAsync(HttpMethod.Get, "passkeys", token: token);
        Assert.Equal(0, list.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_passkey_is_registered_once_and_for_one_person()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, token);

        Assert.Equal(400, (await server.TryRegisterAsync(passkey, token)).Status);
        Assert.Equal(400, (await server.TryRegisterAsync(passkey, await server.LogInAsync(grace))).Status);
    }

    [Fact]
    public async Task A_registration_is_answered_by_the_session_that_began_it()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        string other = await server.LogInAsync(owner);
        using var passkey = new Authenticator();
        Answer asked = await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token);

        Answer answer = await server.SendAsync(
            HttpMethod.Post, "passkeys",
            new
            {
                ceremony = asked.Text("ceremony"),
                name = "Stolen",
                credential = passkey.Register(asked.Json.GetProperty("options")),
            },
            other);

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Twenty_passkeys_are_enough()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        for (int i = 0; i < RegisterPasskey.Most; i++)
        {
            using var passkey = new Authenticator();
            await server.RegisterAsync(passkey, token);
        }

        Answer answer = await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token);

        Assert.Equal(409, answer.Status);
    }

    [Fact]
    public async Task A_holder_renames_and_removes_the_own_ones_only()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        string hers = await server.LogInAsync(grace);
        using var passkey = new Authenticator();
        string id = await server.RegisterAsync(passkey, token);

        Assert.Equal(404, (await server.SendAsync(
            HttpMethod.Patch, $"passkeys/{id}", new { name = "Mine" }, hers)).Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, $"passkeys/{id}", null, hers)).Status);
        Assert.Equal(400, (await server.SendAsync(
            HttpMethod.Patch, $"passkeys/{id}", new { name = new string('a', 61) }, token)).Status);
        Assert.Equal("Desk", (await server.SendAsync(
            HttpMethod.Patch, $"passkeys/{id}", new { name = " Desk " }, token)).Text("name"));
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, $"passkeys/{id}", null, token)).Status);
        Assert.Equal(401, (await server.LogInByPasskeyAsync(passkey)).Status);
    }

    [Fact]
    public async Task Removing_needs_a_fresh_factor()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        using var passkey = new Authenticator();
        string id = await server.RegisterAsync(passkey, token);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        Answer answer = await server.SendAsync(HttpMethod.Delete, $"passkeys/{id}", null, token);

        Assert.Equal((401, "step-up-required"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_host_that_is_a_number_has_no_passkeys()
    {
        await using RunningServer server = await RunningServer.StartAsync("--Server:PublicUrl=https://192.0.2.7:8443");
        Person owner = await server.ClaimAsync();

        Answer logIn = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
        Answer made = await server.SendAsync(
            HttpMethod.Post, "passkeys/registrations", new { }, await server.LogInAsync(owner));

        Assert.Equal((400, 400), (logIn.Status, made.Status));
    }

    [Theory]
    [InlineData("localhost:7443", "https://localhost:7443", 200)]
    [InlineData("localhost:7443", "https://localhost:9999", 401)]
    [InlineData("127.0.0.1:7443", "https://127.0.0.1:7443", 401)]
    public async Task Without_a_public_address_only_localhost_has_passkeys(string host, string origin, int status)
    {
        await using RunningServer server = await RunningServer.StartAsync("--Server:PublicUrl=");
        string token = await server.LogInAsync(await server.ClaimAsync());
        using var passkey = new Authenticator { Domain = "localhost", Origin = "https://localhost:7443" };
        Answer asked = await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token);
        Answer added = await server.SendAsync(
            HttpMethod.Post, "passkeys",
            new
            {
                ceremony = asked.Text("ceremony"),
                name = "Here",
                credential = passkey.Register(asked.Json.GetProperty("options")),
            },
            token, ("Host", "localhost:7443"));
        Assert.Equal(201, added.Status);
        passkey.Origin = origin;

        asked = await server.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");
        Answer answer = await server.SendAsync(
            HttpMethod.Post, "sessions/passkeys",
            new { ceremony = asked.Text("ceremony"), credential = passkey.Sign(asked.Json.GetProperty("options")) },
            null, ("Host", host));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Wrong_passwords_do_not_lock_a_passkey_but_a_suspension_does()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(grace));
        for (int i = 0; i < 11; i++)
        {
            Assert.Equal(401, (await server.TryLogInAsync(grace, "wrong and wrong again")).Status);
        }

        Assert.Equal(200, (await server.LogInByPasskeyAsync(passkey)).Status);
        Assert.Equal(200, (await server.SendAsync(
            HttpMethod.Patch, $"staff/{grace.Id}", new { state = "suspended" }, token, ("If-Match", "*"))).Status);
        Assert.Equal(401, (await server.LogInByPasskeyAsync(passkey)).Status);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 401)] // the last instant is already too late
    public async Task An_account_unused_for_ninety_days_does_not_log_in(int secondsPast, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, await server.LogInAsync(owner));

        server.Time.Advance(CheckCredentials.Dormant + TimeSpan.FromSeconds(secondsPast));

        Assert.Equal(status, (await server.LogInByPasskeyAsync(passkey)).Status);
    }

    [Fact]
    public async Task Identity_writes_challenges_as_we_exchange_them()
    {
        (RunningServer server, Person _) = await RunningServer.StartClaimedAsync();
        await using RunningServer __ = server;
        await using AsyncServiceScope scope = server.Services.CreateAsyncScope();
        IPasskeyHandler<StaffRow> handler = scope.ServiceProvider.GetRequiredService<PasskeyHandling>().Handler();

        PasskeyRequestOptionsResult made = await handler.MakeRequestOptionsAsync(null, new DefaultHttpContext());

        string options = JsonDocument.Parse(made.RequestOptionsJson).RootElement.GetProperty("challenge").GetString()!;
        string state = JsonDocument.Parse(made.AssertionState!).RootElement.GetProperty("challenge").GetString()!;
        Assert.Equal(32, Convert.FromBase64String(state).Length);
        Assert.Equal(Convert.FromBase64String(state), Base64Url.DecodeFromChars(options));
    }
}
