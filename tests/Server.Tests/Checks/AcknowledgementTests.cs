namespace Strongroom.Server.Tests.Checks;

public sealed class AcknowledgementTests
{
    [Fact]
    public async Task An_amber_stays_on_the_first_page_until_somebody_answers_for_it_with_a_reason()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Assert.Contains("/checks#certificate", (await visit.GetAsync("/")).Body, StringComparison.Ordinal);

        Answer empty = await visit.SubmitAsync("/checks/certificate/acknowledgements", null, [("reason", " ")]);
        Answer done = await visit.SubmitAsync(
            "/checks/certificate/acknowledgements", null, [("reason", "All three laptops trust the authority")]);

        Assert.Equal(422, empty.Status);
        Assert.Equal((303, "/checks?done=acknowledged"), (done.Status, done.Headers["Location"]));
        Assert.DoesNotContain("/checks#certificate", (await visit.GetAsync("/")).Body, StringComparison.Ordinal);
        Assert.Contains("All three laptops", (await visit.GetAsync("/checks")).Body, StringComparison.Ordinal);
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?limit=20");
        Assert.Contains("CheckAcknowledged", log.Body, StringComparison.OrdinalIgnoreCase);
        await clinic.RestartAsync();
        Assert.DoesNotContain("/checks#certificate", (await visit.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unattended-opening", 409)] // red: it breaks a promise
    [InlineData("data-folder", 409)] // green
    [InlineData("nothing", 404)]
    public async Task Only_an_amber_can_be_answered_for(string check, int status)
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer api = await clinic.SendAsync(
            HttpMethod.Post, $"checks/{check}/acknowledgements", new { reason = "because" });
        Answer page = await new PageVisit(clinic.Server, clinic.Token).GetAsync($"/checks/{check}/acknowledgements");

        Assert.Equal((status, status), (api.Status, page.Status));
    }

    [Fact]
    public async Task An_acknowledgement_ends_when_what_was_found_changes()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "case-handler");
        await clinic.SendAsync(HttpMethod.Post, "checks/screenings/acknowledgements", new { reason = "Tomorrow" });
        Assert.True(await IsAcknowledgedAsync(clinic, "screenings"));

        await clinic.Server.AddPersonAsync(clinic.Token, "edith@example.org", "case-handler");

        Assert.False(await IsAcknowledgedAsync(clinic, "screenings"));
    }

    [Theory]
    [InlineData("case-handler", 403)]
    [InlineData("auditor", 403)] // sees the checks, answers for none
    [InlineData("security-officer", 201)]
    public async Task Owner_and_security_officer_answer_for_checks(string role, int status)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person person = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", role);
        string token = await clinic.Server.LogInAsync(person);

        Answer answer = await clinic.Server.SendAsync(
            HttpMethod.Post, "checks/certificate/acknowledgements", new { reason = "because" }, token);

        Assert.Equal(status, answer.Status);
    }

    private static async Task<bool> IsAcknowledgedAsync(Clinic clinic, string check) =>
        (await clinic.SendAsync(HttpMethod.Get, "checks")).Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == check).TryGetProperty("acknowledged", out _);
}
