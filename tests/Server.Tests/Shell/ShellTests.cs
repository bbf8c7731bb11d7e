using System.Net.Http;
using System.Text;

namespace Strongroom.Server.Tests.Shell;

public sealed class ShellTests
{
    private const string Canary = "canary-5550147";

    [Theory]
    [InlineData("{\"email\":\"canary-5550147\"", "application/json", 400)]
    [InlineData("{\"email\":{\"canary-5550147\":1},\"password\":\"x\",\"code\":\"x\"}", "application/json", 400)]
    [InlineData("{\"email\":null,\"password\":\"canary-5550147\",\"code\":\"x\"}", "application/json", 400)]
    [InlineData("{\"password\":\"canary-5550147\"}", "application/json", 400)]
    [InlineData("email=canary-5550147", "application/x-www-form-urlencoded", 415)]
    [InlineData("", "application/json", 400)]
    public async Task A_malformed_body_is_refused_and_not_repeated(string body, string type, int status)
    {
        (RunningServer server, Person _) = await RunningServer.StartClaimedAsync();
        await using RunningServer __ = server;

        Answer answer = await server.SendAsync(
            HttpMethod.Post, "sessions", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((status, "validation"), (answer.Status, answer.Code));
        Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_bytes_as_a_body_are_refused()
    {
        (RunningServer server, Person _) = await RunningServer.StartClaimedAsync();
        await using RunningServer __ = server;
        for (int i = 0; i < 20; i++)
        {
            using var content = new ByteArrayContent(System.Security.Cryptography.RandomNumberGenerator.GetBytes(200));
            content.Headers.ContentType = new("application/json");
            Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, "sessions", content)).Status);
        }

        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_too_large()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        Answer answer = await server.SendAsync(HttpMethod.Post, "sessions",
            new { email = owner.Email, password = new string('x', 1024 * 1024), code = "1" });

        Assert.Equal(413, answer.Status);
    }

    [Theory]
    [InlineData("GET", "nowhere/canary-5550147", 404)]
    [InlineData("GET", "staff/canary-5550147", 401)]
    [InlineData("DELETE", "me", 405)]
    public async Task Paths_are_not_repeated(string method, string path, int status)
    {
        (RunningServer server, Person _) = await RunningServer.StartClaimedAsync();
        await using RunningServer __ = server;

        Answer answer = await server.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_id_is_refused_without_repeating_it()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);

        Answer answer = await server.SendAsync(HttpMethod.Get, "staff/canary-5550147", token: token);

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        foreach (string path in new[] { "/health/live", "/nowhere", "setup" })
        {
            Answer answer = await server.SendAsync(HttpMethod.Get, path);
            Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
        }
    }
}
