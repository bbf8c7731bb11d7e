using System.Globalization;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.People;

/// <summary>J6: from the paper with the code to the first page, as a browser without script goes through it.</summary>
public sealed partial class NewcomerTests
{
    [Fact]
    public async Task A_newcomer_joins_keeps_the_codes_and_waits_until_all_four_are_done()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        (string path, string code) = await InviteAsync(clinic, "new@example.org");
        var visit = new PageVisit(clinic.Server);

        Answer opened = await visit.SubmitAsync(
            path, null, ("code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(200, opened.Status);
        Assert.Contains("New Example", opened.Body, StringComparison.Ordinal);
        var person = new Person("new@example.org", Person.GoodPassword, SecretOf(opened), path["/join/".Length..]);
        Answer joined = await visit.PostAsync(path, [.. PageVisit.HiddenOf(opened), .. Joining(clinic, person, code)]);
        Assert.Equal((303, "/join/codes"), (joined.Status, joined.Headers["Location"]));
        Assert.Equal(10, HandedCodes().Count((await visit.GetAsync("/join/codes")).Body));
        Assert.Equal(0, HandedCodes().Count((await visit.GetAsync("/join/codes")).Body));

        Answer waiting = await visit.GetAsync("/waiting");
        Assert.Contains("You are nearly in: 2 of 4 done", waiting.Body, StringComparison.Ordinal);
        Assert.Contains("Ask Ada Example to tick it.", waiting.Body, StringComparison.Ordinal);
        foreach (string shut in (string[])["/", "/customers", "/compartments", "/jobs"])
        {
            Answer refused = await visit.GetAsync(shut);
            Assert.Equal((303, "/waiting"), (refused.Status, refused.Headers["Location"]));
        }

        foreach (string open in (string[])["/agreement", "/account", "/help"])
        {
            Assert.Equal(200, (await visit.GetAsync(open)).Status);
        }

        await ScreenAsync(clinic, person, "Identity");
        Assert.Contains("3 of 4 done", (await visit.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        await SignAsync(clinic.Server, visit.Session!);
        Assert.Contains("You are in", (await visit.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await visit.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_wrong_code_a_used_one_and_one_of_another_invitation_say_the_same()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        (string path, string code) = await InviteAsync(clinic, "new@example.org");
        (string otherPath, _) = await InviteAsync(clinic, "other@example.org");
        var visit = new PageVisit(clinic.Server);

        Answer wrong = await visit.SubmitAsync(path, null, ("code", "0000-0000-0000-0000"));
        Answer other = await visit.SubmitAsync(otherPath, null, ("code", code));
        Answer without = await visit.SubmitAsync("/join", null, ("code", code));
        clinic.Server.Time.Advance(TimeSpan.FromDays(7)); // at that very instant it has lapsed
        Answer lapsed = await visit.SubmitAsync(path, null, ("code", code));

        Assert.Equal(200, without.Status); // whoever types the address without the id gets on with the code alone
        foreach (Answer answer in (Answer[])[wrong, other, lapsed])
        {
            Assert.Equal(422, answer.Status);
            Assert.Contains("That code opens no invitation", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Example", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("short", null, "password")]
    [InlineData(null, "000000", "factorCode")]
    public async Task A_weak_password_or_a_wrong_code_shows_the_same_secret_again_and_lets_nobody_in(
        string? password, string? factorCode, string field)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        (string path, string code) = await InviteAsync(clinic, "new@example.org");
        var visit = new PageVisit(clinic.Server);
        Answer opened = await visit.SubmitAsync(path, null, ("code", code));
        var person = new Person("new@example.org", password ?? Person.GoodPassword, SecretOf(opened), "");

        Answer refused = await visit.PostAsync(path,
        [
            .. PageVisit.HiddenOf(opened), ("code", code), ("password", person.Password),
            ("factorCode", factorCode ?? clinic.Server.NextCode(person)),
        ]);

        Assert.Equal(422, refused.Status);
        Assert.Null(visit.Session);
        Assert.Contains($"id=\"field-{field}-fault\"", refused.Body, StringComparison.Ordinal);
        Assert.Equal(SecretOf(opened), SecretOf(refused));
        Assert.DoesNotContain(person.Password, refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_runs_the_house_keeps_its_pages_while_unscreened()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.StepUpAsync();
        Person officer = await clinic.Server.AddPersonAsync(
            clinic.Token, "o@example.org", "security-officer", "case-handler");
        var visit = new PageVisit(clinic.Server, await clinic.Server.LogInAsync(officer));

        Assert.Equal(200, (await visit.GetAsync("/staff")).Status);
        Assert.Equal(200, (await visit.GetAsync("/")).Status);
        Answer customers = await visit.GetAsync("/customers");
        Assert.Equal((303, "/waiting"), (customers.Status, customers.Headers["Location"]));
    }

    private static async Task<(string Path, string Code)> InviteAsync(Clinic clinic, string email)
    {
        Answer invited = await clinic.SendAsync(
            HttpMethod.Post, "staff", new
            {
                email,
                name = "New Example",
                roles = (string[])["case-handler"],
                series = (string[])["clinic"],
                screeningItems = (string[])["Identity"],
            });
        Assert.Equal(201, invited.Status);
        return ($"/join/{invited.Text("id")}", invited.Text("code"));
    }

    private static (string, string)[] Joining(Clinic clinic, Person person, string code) =>
    [
        ("code", code), ("password", person.Password), ("factorCode", clinic.Server.NextCode(person)),
    ];

    private static async Task ScreenAsync(Clinic clinic, Person person, params string[] items)
    {
        Answer screened = await new PageVisit(clinic.Server, clinic.Token).SubmitAsync(
            $"/staff/{person.Id}/screening", null,
            [
                .. items.Select(item => ("items", item)), ("doneOn", Day(clinic, 0)), ("validUntil", Day(clinic, 365)),
                ("proof", "binder 4"),
            ]);
        Assert.Equal((303, $"/staff/{person.Id}?done=screened"), (screened.Status, screened.Headers["Location"]));
    }

    private static string Day(Clinic clinic, int days) =>
        clinic.Server.Time.GetUtcNow().UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task SignAsync(RunningServer server, string token)
    {
        Answer agreement = await server.SendAsync(HttpMethod.Get, "agreements/current", token: token);
        Answer signed = await server.SendAsync(
            HttpMethod.Post, $"agreements/{agreement.Text("id")}/signatures",
            new { name = "New Example", intent = true }, token);
        Assert.Equal(201, signed.Status);
    }

    private static string SecretOf(Answer page) =>
        Secret().Match(page.Body).Groups[1].Value.Replace(" ", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex("<p class=\"mono secret\">([A-Z2-7 ]+)</p>")]
    private static partial Regex Secret();

    [GeneratedRegex("<li>[0-9A-Z]{4}(-[0-9A-Z]{4}){3}</li>")]
    private static partial Regex HandedCodes();
}
