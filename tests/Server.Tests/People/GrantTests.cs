using System.Text.Json;

namespace Strongroom.Server.Tests.People;

/// <summary>What a grant would mean, before it is made: over the API and on the pages that give it.</summary>
public sealed class GrantTests
{
    [Theory]
    [InlineData("case-handler", "clinic", "Will be able to reveal 10 fields of 2 customers.", 3)]
    [InlineData("front-desk", "clinic", "Will be able to reveal 1 field of 2 customers.", 0)]
    [InlineData("records-clerk", "clinic", "Will see masked fields of 2 customers and reveal none.", 0)]
    [InlineData("owner", "clinic", "Will see no customer.", 0)]
    [InlineData("auditor", "clinic", "Will see no customer.", 0)]
    [InlineData("case-handler", "elsewhere", "Will see no customer yet: no compartment is assigned.", 3)]
    public async Task A_grant_is_measured_by_its_roles_and_the_customers_of_its_series(
        string role, string series, string sentence, int protectedFields)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.RegisterAsync(new { email = "two@example.org" });

        Answer reach = await clinic.SendAsync(
            HttpMethod.Post, "risk/assessments", new { roles = (string[])[role], series = (string[])[series] });

        Assert.Equal(200, reach.Status);
        Assert.Equal(sentence, reach.Text("sentence"));
        Assert.Equal(protectedFields, reach.Json.GetProperty("protectedFields").GetInt32());
        Assert.Equal(2, reach.Json.GetProperty("allCustomers").GetInt32());
    }

    [Fact]
    public async Task One_customer_is_said_in_the_singular_and_a_closed_compartment_still_counts()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.StepUpAsync();
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");

        Answer reach = await clinic.SendAsync(
            HttpMethod.Post, "risk/assessments",
            new { roles = (string[])["front-desk"], series = (string[])["clinic"] });

        Assert.Equal("Will be able to reveal 1 field of 1 customer.", reach.Text("sentence"));
    }

    [Fact]
    public async Task Nobody_measures_who_does_not_grant_and_unknown_words_are_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person handler = await clinic.Server.AddPersonAsync(clinic.Token, "h@example.org", "case-handler");
        string token = await clinic.Server.LogInAsync(handler);
        object good = new { roles = (string[])["owner"], series = (string[])[] };

        Assert.Equal(
            403, (await clinic.Server.SendAsync(HttpMethod.Post, "risk/assessments", good, token)).Status);
        Assert.Equal(400, (await clinic.SendAsync(
            HttpMethod.Post, "risk/assessments", new { roles = (string[])["king"], series = (string[])[] })).Status);
        Assert.Equal(400, (await clinic.SendAsync(
            HttpMethod.Post, "risk/assessments",
            new { roles = (string[])[], series = (string[])["Not A Name"] })).Status);
    }

    [Fact]
    public async Task Preview_says_what_it_means_keeps_what_was_typed_and_saves_nothing()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer shown = await visit.SubmitAsync(
            "/staff/invite", null, ("email", "new@example.org"), ("name", "New Example"), ("roles", "front-desk"),
            ("series", "clinic"), ("items", "Identity"), ("preview", "yes"));

        Assert.Equal(200, shown.Status);
        Assert.Contains("Will be able to reveal 1 field of 1 customer.", shown.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"new@example.org\"", shown.Body, StringComparison.Ordinal);
        Assert.Matches("value=\"front-desk\" checked", shown.Body);
        Assert.Equal(1, (await clinic.SendAsync(HttpMethod.Get, "staff")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_invitation_is_shown_once_and_its_code_stands_in_no_address()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer saved = await visit.SubmitAsync("/staff/invite", null, Invitation());

        Assert.Equal(303, saved.Status);
        string path = saved.Headers["Location"];
        Assert.Matches("^/staff/staff-[0-9a-f]{32}/invitation$", path);
        Answer first = await visit.GetAsync(path);
        Answer second = await visit.GetAsync(path);
        Assert.Matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", first.Body);
        Assert.Contains("The code was shown already", second.Body, StringComparison.Ordinal);
        Assert.Contains("no-store", first.Headers["Cache-Control"], StringComparison.Ordinal);
        string card = path[1..].Replace("/invitation", null, StringComparison.Ordinal);
        JsonElement member = (await clinic.SendAsync(HttpMethod.Get, card)).Json;
        Assert.Equal(
            ["Identity", "Hands washed"],
            member.GetProperty("screeningItems").EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public async Task Inviting_asks_for_a_step_up_first_and_a_stale_one_loses_nothing_typed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        Answer before = await new PageVisit(clinic.Server, clinic.Token).GetAsync("/staff/invite");
        Assert.Equal((303, "/step-up?back=%2Fstaff%2Finvite"), (before.Status, before.Headers["Location"]));
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer form = await visit.GetAsync("/staff/invite");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(5)); // no longer fresh at that very instant

        Answer late = await visit.PostAsync("/staff/invite", [.. PageVisit.HiddenOf(form), .. Invitation()]);

        Assert.Equal(422, late.Status);
        Assert.Contains("Say once more that it is you.", late.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"new@example.org\"", late.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Hands washed\"", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_an_invitation_stand_on_its_form()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer faulty = await visit.SubmitAsync("/staff/invite", null, ("email", "nobody"), ("name", ""));
        Answer taken = await visit.SubmitAsync(
            "/staff/invite", null, ("email", "ada@example.org"), ("name", "X"), ("roles", "auditor"));

        Assert.Equal(422, faulty.Status);
        Assert.Contains("3 things to correct.", faulty.Body, StringComparison.Ordinal);
        Assert.Equal(422, taken.Status);
        Assert.Contains("is here already", taken.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_shows_before_and_after_and_counts_once_saved()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "one@example.org" });
        await clinic.StepUpAsync();
        Person desk = await clinic.Server.AddPersonAsync(clinic.Token, "d@example.org", "front-desk");
        var visit = new PageVisit(clinic.Server, clinic.Token);
        string path = $"/staff/{desk.Id}/grant";
        (string, string)[] change =
            [("version", await VersionAsync(clinic, desk)), ("roles", "front-desk"), ("series", "clinic")];

        Answer preview = await visit.SubmitAsync(path, null, [.. change, ("preview", "yes")]);
        Answer saved = await visit.SubmitAsync(path, null, change);
        Answer again = await visit.SubmitAsync(path, null, change);

        Assert.Contains(">After</th>", preview.Body, StringComparison.Ordinal);
        Assert.Contains("Will be able to reveal 1 field of 1 customer.", preview.Body, StringComparison.Ordinal);
        Assert.Equal((303, $"/staff/{desk.Id}?done=granted"), (saved.Status, saved.Headers["Location"]));
        Assert.Equal(412, again.Status); // somebody has changed it since: this very form
        Answer member = await visit.GetAsync(saved.Headers["Location"]);
        Assert.Contains("Will be able to reveal 1 field of 1 customer.", member.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_stands_on_the_page_and_neither_in_its_title_nor_in_its_address()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person grace = await clinic.Server.AddPersonAsync(clinic.Token, "g@example.org", "front-desk");
        var visit = new PageVisit(clinic.Server, clinic.Token);

        foreach (string end in (string[])["", "/grant", "/state", "/screening", "/access", "/invitation"])
        {
            Answer page = await visit.GetAsync($"/staff/{grace.Id}{end}");
            string title = page.Body[..page.Body.IndexOf("</title>", StringComparison.Ordinal)];

            Assert.Equal(200, page.Status);
            Assert.Contains("Grace Example", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Grace", title, StringComparison.Ordinal);
        }
    }

    private static (string, string)[] Invitation() =>
    [
        ("email", "new@example.org"), ("name", "New Example"), ("roles", "front-desk"), ("items", "Identity"),
        ("otherItem", "Hands washed"),
    ];

    private static async Task<string> VersionAsync(Clinic clinic, Person person) =>
        (await clinic.SendAsync(HttpMethod.Get, $"staff/{person.Id}")).Json.GetProperty("version").GetRawText();
}
