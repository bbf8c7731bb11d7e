using System.Net.Http;

namespace Strongroom.Server.Tests.Staff;

public class LogInTests
{
    [Fact]
    public async Task A_code_works_once()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string code = server.NextCode(owner);

        Answer first = await server.TryLogInAsync(owner, code: code);
        Answer replayed = await server.TryLogInAsync(owner, code: code);

        Assert.Equal(200, first.Status);
        Assert.Equal((401, "log-in-failed"), (replayed.Status, replayed.Code));
    }

    [Fact]
    public async Task Of_the_same_code_at_the_same_moment_one_works()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string code = server.NextCode(owner);

        Answer[] answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => server.TryLogInAsync(owner, code: code)));

        Assert.Single(answers, answer => answer.Status == 200);
    }

    [Fact]
    public async Task The_eleventh_try_is_refused_with_the_right_password_until_thirty_minutes_are_over()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        for (int i = 1; i <= 10; i++)
        {
            Assert.Equal(
                401, (await server.TryLogInAsync(owner, password: "not that one at all", code: "000000")).Status);
        }

        Assert.Equal(401, (await server.TryLogInAsync(owner)).Status);
        server.Time.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(401, (await server.TryLogInAsync(owner)).Status);
        server.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(200, (await server.TryLogInAsync(owner)).Status);
    }

    [Fact]
    public async Task Nine_wrong_tries_do_not_lock()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        for (int i = 1; i <= 9; i++)
        {
            await server.TryLogInAsync(owner, code: "000000");
        }

        Assert.Equal(200, (await server.TryLogInAsync(owner)).Status);
    }

    [Fact]
    public async Task Parallel_guesses_do_not_pass_the_limit_together()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(
            _ => server.TryLogInAsync(owner, password: "not that one at all", code: "000000")));

        Assert.Equal(401, (await server.TryLogInAsync(owner)).Status);
    }

    [Fact]
    public async Task Unknown_wrong_suspended_and_invited_get_the_same_answer()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person suspended = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        await server.SendAsync(HttpMethod.Patch, $"staff/{suspended.Id}", new { state = "suspended" }, token, (
            "If-Match", "*"));
        Answer invited = await server.SendAsync(
            HttpMethod.Post, "staff",
            new { email = "new@example.org", name = "New Example", roles = (string[])["auditor"] }, token);
        Assert.Equal(201, invited.Status);

        Answer[] answers =
        [
            await server.TryLogInAsync(owner with { Email = "nobody@example.org" }),
            await server.TryLogInAsync(owner with { Email = "nobody" }),
            await server.TryLogInAsync(owner, password: "not that one at all"),
            await server.TryLogInAsync(owner, code: "000000"),
            await server.TryLogInAsync(suspended),
            await server.TryLogInAsync(suspended with { Email = "new@example.org" }),
        ];

        Assert.All(answers, answer => Assert.Equal(401, answer.Status));
        Assert.Single(answers.Select(Comparable).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_account_unused_for_ninety_days_does_not_log_in()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        await server.LogInAsync(owner);

        server.Time.Advance(TimeSpan.FromDays(90));

        Assert.Equal(401, (await server.TryLogInAsync(owner)).Status);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        Answer claimed = await server.SendAsync(HttpMethod.Post, "setup", await server.ClaimBodyAsync());
        var owner = new Person("ada@example.org", Person.GoodPassword, claimed.Text("secret"), claimed.Text("id"));
        string recovery = claimed.Json.GetProperty("recoveryCodes")[0].GetString()!;

        Assert.Equal(200, (await server.TryLogInAsync(owner, code: recovery)).Status);
        Assert.Equal(401, (await server.TryLogInAsync(owner, code: recovery)).Status);
    }

    // Everything but the trace id.
    private static string Comparable(Answer answer)
    {
        System.Text.Json.JsonElement json = answer.Json;
        return string.Join(
            '|', json.EnumerateObject().Where(one => one.Name != "instance").Select(one => one.ToString()))
            + string.Join('|', answer.Headers.Where(one => one.Key != "Date").Select(one => one.ToString()));
    }
}
