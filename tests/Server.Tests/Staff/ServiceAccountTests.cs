using System.Net.Http;

namespace Strongroom.Server.Tests.Staff;

public sealed class ServiceAccountTests
{
    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 401)] // the last instant is already too late
    public async Task A_key_works_until_it_expires(int secondsPast, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        DateTimeOffset expires = server.Time.GetUtcNow().AddDays(1);
        Answer made = await server.SendAsync(HttpMethod.Post, "service-accounts", Account(expires), token);
        Assert.Equal(201, made.Status);
        string key = made.Text("key");

        server.Time.Advance(expires - server.Time.GetUtcNow() + TimeSpan.FromSeconds(secondsPast));

        Answer me = await server.SendAsync(HttpMethod.Get, "me", token: key);
        Assert.Equal(status, me.Status);
    }

    [Fact]
    public async Task A_key_has_its_scopes_only_and_its_owners_screening()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string key = (await server.SendAsync(
            HttpMethod.Post, "service-accounts", Account(server.Time.GetUtcNow().AddDays(9)), token)).Text("key");

        Answer me = await server.SendAsync(HttpMethod.Get, "me", token: key);

        Assert.Equal("service-account", me.Text("kind"));
        Assert.Equal("4 of 4 done", me.Text("summary"));
        Assert.Equal(["clinic"], me.Json.GetProperty("series").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Get, "staff", token: key)).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, "sessions/current/step-ups", new { code = "000000" },
            key)).Status);
    }

    [Fact]
    public async Task A_removed_key_and_a_suspended_owners_key_are_refused_at_once()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        DateTimeOffset expires = server.Time.GetUtcNow().AddDays(9);
        Answer removed = await server.SendAsync(HttpMethod.Post, "service-accounts", Account(expires), token);
        Answer owned = await server.SendAsync(HttpMethod.Post, "service-accounts", Account(expires, grace.Id), token);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: owned.Text("key"))).Status);

        Assert.Equal(204, (
            await server.SendAsync(HttpMethod.Delete, $"service-accounts/{removed.Text("id")}", token: token)).Status);
        await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", new { state = "suspended" }, token, (
            "If-Match", "*"));

        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: removed.Text("key"))).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: owned.Text("key"))).Status);
    }

    [Fact]
    public async Task A_key_from_another_address_is_refused()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        DateTimeOffset expires = server.Time.GetUtcNow().AddDays(9);
        string here = (await server.SendAsync(
            HttpMethod.Post, "service-accounts", Account(expires, null, "127.0.0.0/8"), token)).Text("key");
        string there = (await server.SendAsync(
            HttpMethod.Post, "service-accounts", Account(expires, null, "10.0.0.0/8"), token)).Text("key");

        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: here)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: there)).Status);
    }

    [Fact]
    public async Task More_than_a_year_and_unknown_scopes_are_refused()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);

        Answer answer = await server.SendAsync(
            HttpMethod.Post,
            "service-accounts",
            new { name = "x", purpose = "x", scopes = (string[])["customers:delete"], series = (string[])["clinic"], expiresAt = server.Time.GetUtcNow().AddDays(367) },
            token);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            ["scopes", "expiresAt"], answer.Json.GetProperty("errors").EnumerateObject().Select(one => one.Name));
    }

    private static object Account(DateTimeOffset expiresAt, string? owner = null, params string[] addresses) => new
    {
        name = "billing",
        purpose = "invoices",
        scopes = (string[])["customers:create", "customers:lookup", "reveal:email"],
        series = (string[])["clinic"],
        expiresAt,
        owner,
        addresses,
    };
}
