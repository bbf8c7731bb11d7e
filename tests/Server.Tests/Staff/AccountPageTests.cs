using System.Net.Http;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Staff;

/// <summary>The pages of log-in, step-up, lock and account, as a browser without script goes through them.</summary>
public sealed class AccountPageTests
{
    [Fact]
    public async Task Password_and_code_log_in_and_go_on_to_where_one_was_sent_from()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server);
        Answer sent = await visit.GetAsync("/account");
        Assert.Equal((303, "/log-in?back=%2Faccount"), (sent.Status, sent.Headers["Location"]));

        Answer answer = await LogInAsync(visit, server, owner, owner.Password, "/account");

        Assert.Equal((303, "/account"), (answer.Status, answer.Headers["Location"]));
        Answer account = await visit.GetAsync("/account");
        Assert.Equal(200, account.Status);
        Assert.Contains("10 of 10", account.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_nothing_secret()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server);

        Answer answer = await LogInAsync(visit, server, owner, "wrong and wrong again", "/account");

        Assert.Equal(422, answer.Status);
        Assert.Null(visit.Session);
        Assert.Contains("That did not match.", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"ada@example.org\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/account\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong and wrong", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Log_in_goes_on_to_our_own_pages_only(string back)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server);
        Answer shown = await visit.GetAsync("/log-in?back=" + Uri.EscapeDataString(back));

        Answer answer = await LogInAsync(visit, server, owner, owner.Password, back);

        Assert.Contains("name=\"back\" value=\"/\"", shown.Body, StringComparison.Ordinal);
        Assert.Contains("data-done=\"/\"", shown.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/"), (answer.Status, answer.Headers["Location"]));
        Assert.Equal("/", (await visit.GetAsync("/log-in?back=" + Uri.EscapeDataString(back))).Headers["Location"]);
    }

    [Fact]
    public async Task Log_out_is_a_form_and_a_link_to_it_asks_first()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server, await server.LogInAsync(owner));
        Assert.Equal(200, (await visit.GetAsync("/log-out")).Status);
        Assert.Equal(200, (await visit.GetAsync("/account")).Status);

        Answer answer = await visit.SubmitAsync("/log-out", null);

        Assert.Equal((303, "/log-in?done=left"), (answer.Status, answer.Headers["Location"]));
        Assert.Null(visit.Session);
        Assert.Contains("You are logged out.", (await visit.GetAsync("/log-in?done=left")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stepping_up_goes_back_to_the_act_and_a_wrong_code_says_so()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server, await server.LogInAsync(owner));

        Answer wrong = await visit.SubmitAsync("/step-up", "/step-up?back=/account", ("back", "/account"), ("code", "000000"));
        Answer right = await visit.SubmitAsync(
            "/step-up", "/step-up?back=/account", ("back", "/account"), ("code", server.NextCode(owner)));

        Assert.Equal(422, wrong.Status);
        Assert.Contains("The code did not match", wrong.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/account"), (right.Status, right.Headers["Location"]));
        Answer invited = await server.SendAsync(
            HttpMethod.Post, "staff", new { email = "grace@example.org", name = "Grace", roles = new[] { "auditor" } },
            visit.Session);
        Assert.Equal(201, invited.Status);
    }

    [Fact]
    public async Task A_locked_screen_shows_the_lock_and_no_ways_until_a_code_unlocks_it()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        var visit = new PageVisit(server, await server.LogInAsync(owner));
        Answer locked = await visit.SubmitAsync("/lock", "/account", ("lock", "now"), ("back", "/account"));
        Assert.Equal((303, "/lock?back=%2Faccount"), (locked.Status, locked.Headers["Location"]));

        Answer elsewhere = await visit.GetAsync("/account");
        Answer shown = await visit.GetAsync("/lock?back=%2Faccount");
        Answer wrong = await visit.SubmitAsync("/lock", null, ("back", "/account"), ("code", "000000"));
        Answer right = await visit.SubmitAsync(
            "/lock", null, ("back", "/account"), ("code", server.NextCode(owner)));

        Assert.Equal((303, "/lock?back=%2Faccount"), (elsewhere.Status, elsewhere.Headers["Location"]));
        Assert.DoesNotContain("href=\"/staff\"", shown.Body, StringComparison.Ordinal);
        Assert.Equal(422, wrong.Status);
        Assert.Equal((303, "/account"), (right.Status, right.Headers["Location"]));
        Assert.Equal(200, (await visit.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_without_script()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string token = await server.LogInAsync(owner);
        using var passkey = new Authenticator();
        string path = $"/account/passkeys/{await server.RegisterAsync(passkey, token)}";
        var visit = new PageVisit(server, token);

        Answer faulty = await visit.SubmitAsync(path, null, ("name", " "));
        Answer renamed = await visit.SubmitAsync(path, null, ("name", "Blue key"));
        Answer account = await visit.GetAsync("/account?done=renamed");
        Answer removed = await visit.SubmitAsync(path, null, ("remove", "yes"));

        Assert.Equal(422, faulty.Status);
        Assert.Equal("/account?done=renamed", renamed.Headers["Location"]);
        Assert.Contains("Blue key", account.Body, StringComparison.Ordinal);
        Assert.Equal("/account?done=removed", removed.Headers["Location"]);
        Assert.Equal(404, (await visit.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Removing_without_a_fresh_factor_leads_to_the_step_up_and_back()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string token = await server.LogInAsync(owner);
        using var passkey = new Authenticator();
        string path = $"/account/passkeys/{await server.RegisterAsync(passkey, token)}";
        var visit = new PageVisit(server, token);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        Answer answer = await visit.SubmitAsync(path, null, ("remove", "yes"));

        Assert.Equal("/step-up?back=" + Uri.EscapeDataString(path), answer.Headers["Location"]);
    }

    [Fact]
    public async Task Sessions_are_ended_from_the_account_one_or_all()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string other = await server.LogInAsync(owner);
        var visit = new PageVisit(server, await server.LogInAsync(owner));
        string id = Regex.Match((await visit.GetAsync("/account")).Body, "name=\"end\" value=\"([0-9a-f]{16})\"")
            .Groups[1].Value;

        Answer one = await visit.SubmitAsync("/account", null, ("end", id));
        Assert.Equal("/account?done=ended", one.Headers["Location"]);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: other)).Status);
        Assert.Equal(404, (await visit.SubmitAsync("/account", null, ("end", "0000000000000000"))).Status);
        string third = await server.LogInAsync(owner);
        Answer all = await visit.SubmitAsync("/account", null, ("everywhere", "yes"));

        Assert.Equal("/log-in?done=left", all.Headers["Location"]);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, "me", token: third)).Status);
    }

    private static Task<Answer> LogInAsync(
        PageVisit visit, RunningServer server, Person person, string password, string back) => visit.SubmitAsync(
        "/log-in", null, ("email", person.Email), ("password", password), ("code", server.NextCode(person)),
        ("back", back));
}
