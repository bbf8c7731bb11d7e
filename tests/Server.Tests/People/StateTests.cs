using System.Globalization;

namespace Strongroom.Server.Tests.People;

/// <summary>Suspending, reinstating, leaving, and ticking screening items on the pages.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task Suspending_ends_every_session_and_reinstating_lets_in_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person grace = await clinic.Server.AddPersonAsync(clinic.Token, "g@example.org", "case-handler");
        string session = await clinic.Server.LogInAsync(grace);

        Answer suspended = await ActAsync(clinic, grace, "suspend");
        Assert.Equal((303, $"/staff/{grace.Id}?done=suspended"), (suspended.Status, suspended.Headers["Location"]));
        Assert.Equal(401, (await clinic.Server.SendAsync(HttpMethod.Get, "me", token: session)).Status);
        Answer reinstated = await ActAsync(clinic, grace, "reinstate");

        Assert.Equal(303, reinstated.Status);
        Assert.Equal(200, (await clinic.Server.TryLogInAsync(grace)).Status);
    }

    [Fact]
    public async Task Who_leaves_today_keeps_no_session_no_compartment_and_no_working_key()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person grace = await clinic.Server.AddPersonAsync(clinic.Token, "g@example.org", "case-handler");
        await clinic.Server.SendAsync(HttpMethod.Patch, $"staff/{grace.Id}",
            new { series = (string[])["clinic"] }, clinic.Token, ("If-Match", "*"));
        string key = (await clinic.SendAsync(HttpMethod.Post, "service-accounts", new
        {
            name = "Booking site",
            purpose = "bookings",
            scopes = (string[])["customers:view"],
            series = (string[])["clinic"],
            expiresAt = clinic.Server.Time.GetUtcNow().AddDays(1),
            owner = grace.Id,
        })).Text("key");
        Assert.Equal(200, (await clinic.Server.SendAsync(HttpMethod.Get, "me", token: key)).Status);
        Answer shown = await new PageVisit(clinic.Server, clinic.Token).GetAsync($"/staff/{grace.Id}/state");

        Answer left = await ActAsync(clinic, grace, "leave");

        Assert.Contains("Taken back: clinic.", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Booking site", shown.Body, StringComparison.Ordinal);
        Assert.Equal((303, $"/staff/{grace.Id}?done=left"), (left.Status, left.Headers["Location"]));
        Answer member = await clinic.SendAsync(HttpMethod.Get, $"staff/{grace.Id}");
        Assert.Equal("suspended", member.Text("state"));
        Assert.Equal(0, member.Json.GetProperty("series").GetArrayLength());
        Assert.Equal(401, (await clinic.Server.SendAsync(HttpMethod.Get, "me", token: key)).Status);
    }

    [Fact]
    public async Task A_departure_over_the_API_names_the_version_and_is_nobodys_own()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person grace = await clinic.Server.AddPersonAsync(clinic.Token, "g@example.org", "case-handler");

        Assert.Equal(428, (await clinic.SendAsync(HttpMethod.Post, $"staff/{grace.Id}/departures")).Status);
        Assert.Equal(403, (await LeaveAsync(clinic, clinic.Owner.Id)).Status);
        Assert.Equal(404, (await LeaveAsync(clinic, "staff-00000000000000000000000000000000")).Status);
        Assert.Equal(201, (await LeaveAsync(clinic, grace.Id)).Status);
    }

    [Fact]
    public async Task Nobody_suspends_themselves_and_the_page_says_why()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer answer = await ActAsync(clinic, clinic.Owner, "suspend");

        Assert.Equal(422, answer.Status);
        Assert.Contains("Nobody changes their own roles", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screening_holds_when_every_item_named_is_ticked()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Answer invited = await clinic.SendAsync(HttpMethod.Post, "staff", new
        {
            email = "n@example.org",
            name = "New Example",
            roles = (string[])["case-handler"],
            screeningItems = (string[])["Identity", "References"],
        });
        string id = invited.Text("id");

        Assert.Equal(303, (await TickAsync(clinic, id, 10, "Identity")).Status);
        Assert.DoesNotContain("screenedUntil", (await clinic.SendAsync(HttpMethod.Get, $"staff/{id}")).Body,
            StringComparison.Ordinal);
        Assert.Equal(303, (await TickAsync(clinic, id, 5, "References")).Status);

        DateTimeOffset until = (await clinic.SendAsync(HttpMethod.Get, $"staff/{id}")).Json
            .GetProperty("screenedUntil").GetDateTimeOffset();
        Assert.Equal(Day(clinic, 5), until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_screening_without_items_or_with_days_that_do_not_fit_comes_back_with_all_that_was_typed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person grace = await clinic.Server.AddPersonAsync(clinic.Token, "g@example.org", "case-handler");

        Answer none = await TickAsync(clinic, grace.Id, 10);
        Answer past = await TickAsync(clinic, grace.Id, 0, "Identity");

        Assert.Equal((422, 422), (none.Status, past.Status));
        Assert.Contains("href=\"#field-items\"", none.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-validUntil\"", past.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"binder 4\"", past.Body, StringComparison.Ordinal);
        Assert.Matches("value=\"Identity\" checked", past.Body);
    }

    private static async Task<Answer> ActAsync(Clinic clinic, Person person, string act)
    {
        Answer card = await clinic.SendAsync(HttpMethod.Get, $"staff/{person.Id}");
        return await new PageVisit(clinic.Server, clinic.Token).SubmitAsync(
            $"/staff/{person.Id}/state", null, ("act", act),
            ("version", card.Json.GetProperty("version").GetRawText()));
    }

    private static Task<Answer> LeaveAsync(Clinic clinic, string id) => clinic.Server.SendAsync(
        HttpMethod.Post, $"staff/{id}/departures", null, clinic.Token, ("If-Match", "*"));

    private static Task<Answer> TickAsync(Clinic clinic, string id, int days, params string[] items) =>
        new PageVisit(clinic.Server, clinic.Token).SubmitAsync($"/staff/{id}/screening", null,
        [
            .. items.Select(item => ("items", item)), ("doneOn", Day(clinic, 0)), ("validUntil", Day(clinic, days)),
            ("proof", "binder 4"),
        ]);

    private static string Day(Clinic clinic, int days) =>
        clinic.Server.Time.GetUtcNow().UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
