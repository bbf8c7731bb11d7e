using System.Net.Http;

namespace Strongroom.Server.Tests.Setup;

public sealed class ClaimTests
{
    [Fact]
    public async Task Before_the_claim_only_setup_and_health_answer()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/health/live")).Status);
        Assert.Equal(503, (await server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "setup")).Status);
        foreach (string path in new[] { "me", "staff", "customers", "log/entries", "/nowhere" })
        {
            Answer answer = await server.SendAsync(HttpMethod.Get, path);
            Assert.Equal((503, "not-ready"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task The_claim_opens_the_installation_and_setup_is_gone()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        string token = await server.LogInAsync(owner);

        Answer me = await server.SendAsync(HttpMethod.Get, "me", token: token);
        Assert.Equal("4 of 4 done", me.Text("summary"));
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Get, "setup")).Status);
    }

    [Fact]
    public async Task Five_wrong_codes_make_a_new_one()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string first = server.SetupCode;

        for (int i = 1; i <= 5; i++)
        {
            Assert.Equal(first, server.SetupCode);
            Assert.Equal(403, (await server.SendAsync(
                HttpMethod.Post, "setup", await server.ClaimBodyAsync("0000-0000-0000-0000"))).Status);
        }

        Assert.NotEqual(first, server.SetupCode);
        Assert.Equal(
            403, (await server.SendAsync(HttpMethod.Post, "setup", await server.ClaimBodyAsync(first))).Status);
        await server.ClaimAsync();
    }

    [Theory]
    [InlineData(-1, 201)]
    [InlineData(0, 403)] // the last instant is already too late
    public async Task A_setup_code_lives_an_hour(int secondsPast, int status)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string first = server.SetupCode;
        IDictionary<string, object> body = await server.ClaimBodyAsync();

        server.Time.Advance(TimeSpan.FromMinutes(60) + TimeSpan.FromSeconds(secondsPast));

        Assert.Equal(status, (await server.SendAsync(HttpMethod.Post, "setup", body)).Status);
        Assert.Equal(status == 201, first == server.SetupCode);
    }

    [Fact]
    public async Task Of_claims_at_the_same_moment_one_wins()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        IDictionary<string, object> body = await server.ClaimBodyAsync();

        Answer[] answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => server.SendAsync(HttpMethod.Post, "setup", body)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal(404, answer.Status));
    }

    [Theory]
    [InlineData("password", "short")]
    [InlineData("email", "nobody")]
    [InlineData("business", " ")]
    [InlineData("attestation", false)]
    [InlineData("agreement", false)]
    [InlineData("agreementSha256", "00")]
    public async Task A_claim_that_does_not_fit_names_the_field_and_keeps_the_code(string field, object value)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        IDictionary<string, object> body = await server.ClaimBodyAsync();
        body[field] = value;

        Answer answer = await server.SendAsync(HttpMethod.Post, "setup", body);

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _));
        await server.ClaimAsync();
    }

    [Fact]
    public async Task A_second_start_opens_by_itself_and_knows_its_people()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        await server.StartAgainAsync();

        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        await server.LogInAsync(owner);
    }

    [Fact]
    public async Task Without_the_unseal_key_it_stays_sealed_and_only_health_answers()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        File.Delete(Path.Combine(server.Folder, "credentials", "unseal-key"));

        await server.StartAgainAsync();

        Assert.Contains(
            "sealed", (await server.SendAsync(HttpMethod.Get, "/health/ready")).Body, StringComparison.Ordinal);
        Assert.Equal(503, (await server.TryLogInAsync(owner)).Status);
        Assert.Equal(503, (await server.SendAsync(HttpMethod.Get, "setup")).Status);
    }
}
