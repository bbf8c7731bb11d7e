using System.Globalization;

namespace Strongroom.Server.Tests.People;

public sealed class ServiceAccountPageTests
{
    [Fact]
    public async Task A_key_is_shown_once_works_and_ends()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Assert.Contains("No program may call yet", (await visit.GetAsync("/service-accounts")).Body,
            StringComparison.Ordinal);

        Answer made = await visit.SubmitAsync("/service-accounts/new", null, Account(clinic, 30));
        Assert.Equal(303, made.Status);
        string path = made.Headers["Location"];
        Answer shown = await visit.GetAsync(path);
        string key = System.Text.RegularExpressions.Regex.Match(shown.Body, "sr_sk_[A-Za-z0-9_]+").Value;
        Assert.Equal(200, (await clinic.Server.SendAsync(HttpMethod.Get, "me", token: key)).Status);
        Assert.DoesNotContain("sr_sk_", (await visit.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("sr_sk_", (await visit.GetAsync("/service-accounts")).Body, StringComparison.Ordinal);

        Answer ended = await visit.SubmitAsync(path.Replace("/key", "/end", StringComparison.Ordinal), null);

        Assert.Equal((303, "/service-accounts?done=ended"), (ended.Status, ended.Headers["Location"]));
        Assert.Equal(401, (await clinic.Server.SendAsync(HttpMethod.Get, "me", token: key)).Status);
        Assert.Equal(404, (await visit.GetAsync(path.Replace("/key", "/end", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_account()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer form = await visit.GetAsync("/service-accounts/new");
        (string, string)[] fields = [.. PageVisit.HiddenOf(form), .. Account(clinic, 30)];

        Answer first = await visit.PostAsync("/service-accounts/new", fields);
        Answer second = await visit.PostAsync("/service-accounts/new", fields);

        Assert.Equal(first.Headers["Location"], second.Headers["Location"]);
        Answer list = await clinic.SendAsync(HttpMethod.Get, "service-accounts");
        Assert.Equal(1, list.Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(0, "10.0.0.0/8", "expiresAt")] // today has begun already
    [InlineData(367, "10.0.0.0/8", "expiresAt")]
    [InlineData(30, "10.0.0.0/8, somewhere", "addresses")]
    public async Task What_does_not_fit_comes_back_with_what_was_typed(int days, string addresses, string field)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();

        Answer answer = await new PageVisit(clinic.Server, clinic.Token).SubmitAsync(
            "/service-accounts/new", null, [.. Account(clinic, days), ("addresses", addresses)]);

        Assert.Equal(422, answer.Status);
        Assert.Contains($"href=\"#field-{field}\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Booking site\"", answer.Body, StringComparison.Ordinal);
        Assert.Matches("value=\"reveal:email\" checked", answer.Body);
    }

    [Fact]
    public async Task Protected_fields_are_not_offered_to_a_program()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();

        Answer form = await new PageVisit(clinic.Server, clinic.Token).GetAsync("/service-accounts/new");

        Assert.Contains("reveal:email", form.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("reveal:us-ssn", form.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_step_up_makes_no_account_and_keeps_what_was_typed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer form = await visit.GetAsync("/service-accounts/new");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(5));

        Answer late = await visit.PostAsync(
            "/service-accounts/new", [.. PageVisit.HiddenOf(form), .. Account(clinic, 30)]);

        Assert.Equal(422, late.Status);
        Assert.Contains("Say once more that it is you.", late.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Booking site\"", late.Body, StringComparison.Ordinal);
    }

    private static (string, string)[] Account(Clinic clinic, int days) =>
    [
        ("name", "Booking site"), ("purpose", "bookings"), ("owner", clinic.Owner.Id), ("scopes", "reveal:email"),
        ("series", "clinic"),
        ("expiresAt", Day(clinic, days)),
    ];

    private static string Day(Clinic clinic, int days) =>
        clinic.Server.Time.GetUtcNow().UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
