using System.Text.Json;

namespace Strongroom.Server.Tests.Recipients;

public class RecipientTests
{
    [Fact]
    public async Task A_recipient_is_made_listed_and_revoked_and_each_is_on_record()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        DateTimeOffset end = clinic.Server.Time.GetUtcNow().AddYears(1);

        string id = await clinic.MakeAsync("Example  Laboratory ", expiresAt: end);
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "recipients");
        Answer unproved = await clinic.SendAsync(HttpMethod.Delete, $"recipients/{id}");
        await clinic.StepUpAsync();
        Answer revoked = await clinic.SendAsync(HttpMethod.Delete, $"recipients/{id}");
        Answer again = await clinic.SendAsync(HttpMethod.Delete, $"recipients/{id}");
        Answer after = await clinic.SendAsync(HttpMethod.Get, $"recipients/{id}");

        JsonElement item = Assert.Single(listed.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("Example Laboratory", "support", "in-use"),
            (Text(item, "name"), Text(item, "purpose"), Text(item, "state")));
        Assert.Equal((401, "step-up-required"), (unproved.Status, unproved.Code));
        Assert.Equal((204, 204, "revoked"), (revoked.Status, again.Status, after.Text("state")));
        JsonElement made = Assert.Single(await clinic.EntriesAsync("RecipientCreated"));
        JsonElement ended = Assert.Single(await clinic.EntriesAsync("RecipientRevoked"));
        Assert.All([made, ended], entry => Assert.Equal(
            (id, "Example Laboratory"),
            (Text(entry.GetProperty("body"), "recipient"), Text(entry.GetProperty("body"), "name"))));
    }

    [Fact]
    public async Task A_name_and_purpose_is_one_recipient_until_it_is_revoked_and_another_purpose_is_another()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string first = await clinic.MakeAsync("Example Laboratory");

        Answer twice = await clinic.SendAsync(
            HttpMethod.Post, "recipients", new { name = "Example Laboratory", purpose = "support" });
        string other = await clinic.MakeAsync("Example Laboratory", "billing");
        await clinic.StepUpAsync();
        await clinic.SendAsync(HttpMethod.Delete, $"recipients/{first}");
        string anew = await clinic.MakeAsync("Example Laboratory");

        Assert.Equal((409, "recipient-exists"), (twice.Status, twice.Code));
        Assert.Equal(3, new[] { first, other, anew }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_does_not_fit_is_named()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        (string Name, string Purpose, int? Days, string Field)[] wrong =
        [
            ("A", "support", null, "name"), ("\u0007\u0007\u0007", "support", null, "name"),
            (new string('x', 81), "support", null, "name"), ("Example Laboratory", "curiosity", null, "purpose"),
            ("Example Laboratory", "support", 0, "expiresAt"), ("Example Laboratory", "support", 3654, "expiresAt"),
        ];

        foreach ((string name, string purpose, int? days, string field) in wrong)
        {
            DateTimeOffset? expiresAt = days is { } ahead ? clinic.Server.Time.GetUtcNow().AddDays(ahead) : null;
            Answer answer = await clinic.SendAsync(HttpMethod.Post, "recipients", new { name, purpose, expiresAt });

            Assert.Equal((400, "validation"), (answer.Status, answer.Code));
            Assert.Equal(field, Assert.Single(answer.Json.GetProperty("errors").EnumerateObject()).Name);
        }
    }

    [Fact]
    public async Task Each_act_asks_for_its_own_right()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string id = await clinic.MakeAsync("Example Laboratory");
        string code = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string recipientCode = await clinic.IssueAsync(code, id);
        await clinic.StepUpAsync();
        string handler = await clinic.WorkerAsync("grace@example.org", "clinic");
        Person desk = await clinic.Server.AddPersonAsync(clinic.Token, "pat@example.org", "front-desk");
        Person auditor = await clinic.Server.AddPersonAsync(clinic.Token, "sam@example.org", "auditor");

        Assert.Equal("200 403 202 201", await ActsAsync(clinic, handler, id, code, recipientCode));
        Assert.Equal(
            "403 403 403 403",
            await ActsAsync(clinic, await clinic.Server.LogInAsync(desk), id, code, recipientCode));
        Assert.Equal(
            "403 403 403 403",
            await ActsAsync(clinic, await clinic.Server.LogInAsync(auditor), id, code, recipientCode));
    }

    [Fact]
    public async Task A_program_resolves_and_exports_by_its_scopes_and_manages_nothing()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string id = await clinic.MakeAsync("Example Laboratory");
        string code = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string recipientCode = await clinic.IssueAsync(code, id);

        string exporter = await KeyAsync(clinic, "recipients:export");
        string resolver = await KeyAsync(clinic, "recipients:resolve");
        Answer manager = await MakeKeyAsync(clinic, "recipients:manage");

        Assert.Equal("403 403 202 201", await ActsAsync(clinic, exporter, id, code, recipientCode));
        Assert.Equal("200 403 403 403", await ActsAsync(clinic, resolver, id, code, recipientCode));
        Assert.Equal(400, manager.Status);
    }

    /// <summary>Resolves, makes, exports, issues; the statuses in that order.</summary>
    private static async Task<string> ActsAsync(
        Clinic clinic, string token, string recipient, string code, string recipientCode)
    {
        Answer resolved = await clinic.ResolveAsync(recipient, recipientCode, token);
        Answer made = await clinic.Server.SendAsync(
            HttpMethod.Post, "recipients", new { name = "Other Laboratory", purpose = "support" }, token);
        string other = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Pat Example" });
        Answer issued = await clinic.Server.SendAsync(
            HttpMethod.Post, $"customers/{other}/recipient-codes", new { recipient }, token);
        // Last, for its job gives everybody a code.
        Answer exported = await clinic.Server.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/exports", new { compartment = "clinic" }, token);
        return $"{resolved.Status} {made.Status} {exported.Status} {issued.Status}";
    }

    private static async Task<string> KeyAsync(Clinic clinic, string scope) =>
        (await MakeKeyAsync(clinic, scope)).Text("key");

    private static async Task<Answer> MakeKeyAsync(Clinic clinic, string scope)
    {
        await clinic.StepUpAsync();
        return await clinic.SendAsync(HttpMethod.Post, "service-accounts", new
        {
            name = "Laboratory link",
            purpose = "results",
            scopes = (string[])[scope],
            series = (string[])["clinic"],
            expiresAt = clinic.Server.Time.GetUtcNow().AddDays(30),
        });
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
