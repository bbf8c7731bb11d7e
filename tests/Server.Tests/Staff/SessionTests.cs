using System.Net.Http;

namespace Strongroom.Server.Tests.Staff;

public class SessionTests
{
    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 401)] // the last instant is already too late
    public async Task An_unused_session_ends_after_fifteen_minutes(int secondsPast, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);

        server.Time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(secondsPast));

        Assert.Equal(status, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
    }

    [Fact]
    public async Task A_busy_session_ends_after_twelve_hours()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        for (int i = 1; i < 12 * 6; i++)
        {
            server.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
        }

        server.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
    }

    [Fact]
    public async Task A_step_up_renews_the_token_and_the_old_one_is_over()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string before = await server.LogInAsync(owner);

        Answer stepped = await server.SendAsync(HttpMethod.Post, "sessions/current/step-ups",
            new { code = server.NextCode(owner) }, before);

        Assert.Equal(200, stepped.Status);
        Assert.NotEqual(before, stepped.Token);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: before)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "me", token: stepped.Token)).Status);
    }

    [Fact]
    public async Task A_wrong_step_up_is_refused_and_counts()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        for (int i = 1; i <= 10; i++)
        {
            Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, "sessions/current/step-ups",
                new { code = "000000" }, token)).Status);
        }

        Answer right = await server.SendAsync(HttpMethod.Post, "sessions/current/step-ups",
            new { code = server.NextCode(owner) }, token);

        Assert.Equal(400, right.Status);
    }

    [Fact]
    public async Task Log_out_ends_the_session()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);

        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "sessions/current", token: token)).Status);

        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: token)).Status);
    }

    [Fact]
    public async Task A_suspended_person_is_refused_at_once_everywhere()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        string[] sessions = [await server.LogInAsync(grace), await server.LogInAsync(grace)];

        Answer suspended = await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", new { state = "suspended" },
            token, ("If-Match", "*"));

        Assert.Equal(200, suspended.Status);
        foreach (string session in sessions)
        {
            Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: session)).Status);
        }
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_over_TLS_without_script()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        Answer answer = await server.TryLogInAsync(owner);

        string cookie = answer.Headers["Set-Cookie"];
        Assert.StartsWith("__Host-strongroom=", cookie, StringComparison.Ordinal);
        foreach (string part in new[] { "path=/", "secure", "httponly", "samesite=strict" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(43, answer.Token!.Length); // 256 bits
        Assert.DoesNotContain(answer.Token, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 204)]
    [InlineData("Origin", "https://elsewhere.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("X-None", "", 204)]
    public async Task Another_site_cannot_act_through_the_cookie(string header, string value, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);

        Answer answer = await server.SendAsync(
            HttpMethod.Delete, "sessions/current", null, null, ("Cookie", $"__Host-strongroom={token}"), (
                header, value));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task The_token_stands_in_no_file()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);

        foreach (string file in Directory.EnumerateFiles(
            Path.Combine(server.Folder, "data"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "lock"))
        {
            await using var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);

            Assert.Equal(-1, memory.ToArray().AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(token)));
        }
    }
}
