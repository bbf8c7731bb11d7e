using System.Net.Http;

namespace Strongroom.Server.Tests.Staff;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_newcomer_sees_what_is_missing_and_loses_it_step_by_step()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string ownerToken = await server.LogInSteppedUpAsync(owner);
        Person officer = await server.AddPersonAsync(ownerToken, "officer@example.org", "security-officer");
        Person grace = await server.AddPersonAsync(ownerToken, "grace@example.org", "case-handler");
        string officerToken = await server.LogInAsync(officer);
        string token = await server.LogInAsync(grace);
        Assert.Equal("2 of 4 done", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("summary"));

        Answer screened = await server.SendAsync(
            HttpMethod.Post, $"staff/{grace.Id}/screenings", Screening(server), officerToken);
        Assert.Equal(201, screened.Status);
        Assert.Equal("3 of 4 done", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("summary"));

        Answer agreement = await server.SendAsync(HttpMethod.Get, "agreements/current", token: token);
        Answer signed = await server.SendAsync(
            HttpMethod.Post, $"agreements/{agreement.Text("id")}/signatures",
            new { name = "Grace Example", intent = true }, token);
        Assert.Equal(201, signed.Status);
        Assert.Equal("4 of 4 done", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("summary"));
    }

    [Fact]
    public async Task Nobody_changes_themselves_where_there_are_others()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync("security-officer");
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string self = $"staff/{owner.Id}";

        // A firm of one person: nobody else could do it.
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Patch, self, new { series = (string[])["clinic"] }, token,
            ("If-Match", "*"))).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Patch, self,
            new { roles = (string[])["owner", "case-handler"] }, token, ("If-Match", "*"))).Status);
        await server.AddPersonAsync(token, "grace@example.org", "case-handler");

        Assert.Equal(403, (await server.SendAsync(HttpMethod.Patch, self, new { series = (string[])["shop"] }, token, (
            "If-Match", "*"))).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Patch, self, new { state = "suspended" }, token, (
            "If-Match", "*"))).Status);
        Assert.Equal(
            403, (await server.SendAsync(HttpMethod.Post, $"{self}/screenings", Screening(server), token)).Status);
    }

    [Fact]
    public async Task Only_an_owner_makes_or_changes_an_owner()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string ownerToken = await server.LogInSteppedUpAsync(owner);
        Person officer = await server.AddPersonAsync(ownerToken, "officer@example.org", "security-officer");
        string token = await server.LogInSteppedUpAsync(officer);
        object invitation = new { email = "x@example.org", name = "X Example", roles = (string[])["owner"] };

        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, "staff", invitation, token)).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Patch, $"staff/{owner.Id}", new { state = "suspended" },
            token, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task Roles_are_changed_only_after_a_fresh_step_up()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        object change = new { roles = (string[])["records-clerk"] };

        Assert.Equal(200, (
            await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", change, token, ("If-Match", "*"))).Status);
        server.Time.Advance(TimeSpan.FromMinutes(5));
        Answer late = await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", change, token, ("If-Match", "*"));

        Assert.Equal((401, "step-up-required"), (late.Status, late.Code));
        Assert.Contains("insufficient_user_authentication", late.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_names_the_version_that_it_changes()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        string tag = (await server.SendAsync(HttpMethod.Get, $"staff/{grace.Id}", token: token)).Headers["ETag"];
        object change = new { series = (string[])["clinic"] };

        Assert.Equal(428, (await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", change, token)).Status);
        Assert.Equal(200, (
            await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", change, token, ("If-Match", tag))).Status);
        Assert.Equal(412, (
            await server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}", change, token, ("If-Match", tag))).Status);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 404)] // the last instant is already too late
    public async Task An_invitation_lives_seven_days(int secondsPast, int status)
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Answer invited = await server.SendAsync(
            HttpMethod.Post, "staff",
            new { email = "new@example.org", name = "New Example", roles = (string[])["auditor"] }, token);

        server.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(secondsPast));

        Assert.Equal(status, (await server.SendAsync(HttpMethod.Post, "invitations/openings",
            new { code = invited.Text("code") })).Status);
    }

    [Fact]
    public async Task An_invitation_works_once_and_inviting_again_replaces_it()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        object invitation = new { email = "new@example.org", name = "New Example", roles = (string[])["auditor"] };
        string first = (await server.SendAsync(HttpMethod.Post, "staff", invitation, token)).Text("code");
        await server.AddPersonAsync(token, "new@example.org", "auditor");

        Assert.Equal(404,
            (await server.SendAsync(HttpMethod.Post, "invitations/openings", new { code = first })).Status);
        Assert.Equal(409, (await server.SendAsync(HttpMethod.Post, "staff", invitation, token)).Status);
    }

    [Fact]
    public async Task Roles_grant_what_the_table_says_over_HTTP_too()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string ownerToken = await server.LogInSteppedUpAsync(owner);
        string token = await server.LogInAsync(
            await server.AddPersonAsync(ownerToken, "grace@example.org", "case-handler"));

        foreach (string path in new[] { "staff", "service-accounts", "log/entries" })
        {
            Answer answer = await server.SendAsync(HttpMethod.Get, path, token: token);
            Assert.Equal((403, "not-allowed"), (answer.Status, answer.Code));
        }
    }

    private static object Screening(RunningServer server) => new
    {
        items = (string[])["identity", "references"],
        doneOn = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime),
        validUntil = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime).AddYears(1),
        proof = "binder 4, page 12",
    };
}
