using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Staff;

public sealed class LockTests
{
    [Fact]
    public async Task A_locked_screen_answers_nothing_but_unlocking_and_logging_out()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Post, "sessions/current/locks", null, token)).Status);

        foreach (string path in new[] { "me", "staff", "sessions", "passkeys", "agreements/current", "checks" })
        {
            Answer answer = await server.SendAsync(HttpMethod.Get, path, token: token);
            Assert.Equal((401, "locked"), (answer.Status, answer.Code));
        }

        Assert.Equal(401, (await server.SendAsync(
            HttpMethod.Post, "sessions/current/step-ups", new { code = server.NextCode(owner) }, token)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/health/live", token: token)).Status);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "sessions/current", null, token)).Status);
        Assert.Equal("not-logged-in", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Code);
    }

    [Fact]
    public async Task A_code_unlocks_and_renews_the_token()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        await server.SendAsync(HttpMethod.Post, "sessions/current/locks", null, token);

        Answer wrong = await server.SendAsync(
            HttpMethod.Post, "sessions/current/unlockings", new { code = "000000" }, token);
        Answer right = await server.SendAsync(
            HttpMethod.Post, "sessions/current/unlockings", new { code = server.NextCode(owner) }, token);

        Assert.Equal(400, wrong.Status);
        Assert.Equal(200, right.Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: right.Token)).Status);
    }

    [Fact]
    public async Task A_passkey_unlocks_the_own_screen_only()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        using var hers = new Authenticator();
        await server.RegisterAsync(hers, await server.LogInAsync(grace));
        using var passkey = new Authenticator();
        await server.RegisterAsync(passkey, token);
        await server.SendAsync(HttpMethod.Post, "sessions/current/locks", null, token);
        const string Path = "sessions/current/unlockings/passkeys";

        Assert.Equal(400, (await server.AnswerPasskeyAsync(Path, hers, token)).Status);
        Assert.Equal("locked", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Code);
        Answer right = await server.AnswerPasskeyAsync(Path, passkey, token);

        Assert.Equal(200, right.Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: right.Token)).Status);
    }

    [Fact]
    public async Task Unlocking_keeps_a_step_up_no_longer_than_it_was()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string before = (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("steppedUpAt");
        await server.SendAsync(HttpMethod.Post, "sessions/current/locks", null, token);

        string unlocked = (await server.SendAsync(
            HttpMethod.Post, "sessions/current/unlockings", new { code = server.NextCode(owner) }, token)).Token!;

        Assert.Equal(before, (await server.SendAsync(HttpMethod.Get, "me", token: unlocked)).Text("steppedUpAt"));
    }

    [Theory]
    [InlineData(-1, true, 200)]
    [InlineData(0, true, 401)]
    [InlineData(0, false, 200)] // a program has no screen
    public async Task A_browser_that_nobody_uses_for_ten_minutes_is_locked(int secondsPast, bool isBrowser, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        server.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(secondsPast));

        Answer answer = isBrowser
            ? await server.SendAsync(HttpMethod.Get, "me", null, null, ("Cookie", $"__Host-strongroom={token}"))
            : await server.SendAsync(HttpMethod.Get, "me", token: token);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 401 ? "locked" : null, status == 401 ? answer.Code : null);
    }

    [Fact]
    public async Task The_minutes_are_a_setting()
    {
        await using RunningServer server = await RunningServer.StartAsync("--Auth:IdleLockMinutes=3");
        string token = await server.LogInAsync(await server.ClaimAsync());
        server.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(401, (await server.SendAsync(
            HttpMethod.Get, "me", null, null, ("Cookie", $"__Host-strongroom={token}"))).Status);
    }

    [Fact]
    public async Task A_locked_session_ends_as_an_unused_one_does()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        await server.SendAsync(HttpMethod.Post, "sessions/current/locks", null, token);
        server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("locked", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Code);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("not-logged-in", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Code);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_that_person_and_nobody_elses()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string other = await server.LogInAsync(owner);
        string hers = await server.LogInAsync(
            await server.AddPersonAsync(token, "grace@example.org", "case-handler"));
        Answer list = await server.SendAsync(HttpMethod.Get, "sessions", token: token);
        Assert.Equal(2, list.Json.GetProperty("items").GetArrayLength());

        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "sessions", null, token)).Status);

        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: other)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: hers)).Status);
    }

    [Fact]
    public async Task One_session_is_ended_by_its_holder_only()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string other = await server.LogInAsync(owner);
        string hers = await server.LogInAsync(
            await server.AddPersonAsync(token, "grace@example.org", "case-handler"));
        Answer list = await server.SendAsync(HttpMethod.Get, "sessions", token: token);
        string id = list.Json.GetProperty("items").EnumerateArray()
            .Single(item => !item.GetProperty("isThis").GetBoolean()).GetProperty("id").GetString()!;

        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, $"sessions/{id}", null, hers)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: other)).Status);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, $"sessions/{id}", null, token)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: other)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
    }
}
