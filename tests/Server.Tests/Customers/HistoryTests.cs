using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public class HistoryTests
{
    private static readonly object Ada = new Dictionary<string, object>
    {
        ["email"] = "ada@example.org",
        ["us-ssn"] = "900-12-3456",
    };

    [Fact]
    public async Task The_history_says_when_who_and_why_and_no_value_and_an_old_value_takes_a_reveal()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        Answer corrected = await CorrectAsync(clinic, code, 1, "ada@new.example.org", "correction");

        Answer history = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}/corrections");
        Answer old = await RevealAsync(clinic, code, "email", 1);
        Answer newest = await RevealAsync(clinic, code, "email", 2);
        Answer past = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}/reveals");

        Assert.Equal(200, corrected.Status);
        JsonElement first = history.Json.GetProperty("items")[0];
        Assert.Equal(("email", 2, true, "correction", "2026-118"), (
            first.GetProperty("field").GetString(), first.GetProperty("version").GetInt64(),
            first.GetProperty("isCurrent").GetBoolean(), first.GetProperty("purpose").GetString(),
            first.GetProperty("case").GetString()));
        Assert.Equal(clinic.Owner.Id, first.GetProperty("by").GetString());
        Assert.Equal(3, history.Json.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("@", history.Body, StringComparison.Ordinal);
        Assert.Equal("ada@example.org", old.Json.GetProperty("values").GetProperty("email").GetString());
        Assert.Equal("ada@new.example.org", newest.Json.GetProperty("values").GetProperty("email").GetString());
        Assert.Equal(1, past.Json.GetProperty("items")[1].GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_version_that_there_is_not_is_refused(long version)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer answer = await RevealAsync(clinic, code, "email", version);
        Answer two = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/reveals",
            new { fields = new[] { "email", "us-ssn" }, purpose = "support", version = 1 });

        Assert.Equal((400, 400), (answer.Status, two.Status));
    }

    [Fact]
    public async Task An_old_value_of_a_protected_field_asks_for_a_step_up_and_every_old_value_for_a_purpose()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer step = await RevealAsync(clinic, code, "us-ssn", 1);
        Answer purpose = await clinic.SendAsync(
            HttpMethod.Post, $"customers/{code}/reveals", new { fields = new[] { "email" }, version = 1 });

        Assert.Equal("step-up-required", step.Code);
        Assert.Equal("purpose-required", purpose.Code);
    }

    [Fact]
    public async Task A_correction_with_an_invented_purpose_or_an_endless_case_changes_nothing()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer purpose = await CorrectAsync(clinic, code, 1, "ada@new.example.org", "curiosity");
        Answer endless = await CorrectAsync(clinic, code, 1, "ada@new.example.org", null, new string('x', 65));
        Answer good = await CorrectAsync(clinic, code, 1, "ada@new.example.org", null);

        Assert.Equal(("purpose-required", "validation", 200), (purpose.Code, endless.Code, good.Status));
    }

    [Fact]
    public async Task Past_reveals_are_listed_newest_first_without_values_and_over_a_restart()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Ada);
        await clinic.RevealAsync(code, "us-ssn"); // refused for want of a step-up: no reveal
        Answer first = await clinic.RevealAsync(code, "email");
        await clinic.RevealAsync(other, "email");
        await clinic.RestartAsync();
        Answer second = await clinic.RevealAsync(code, "email");
        await clinic.SendAsync(
            HttpMethod.Post, $"customers/{code}/reveals/{second.Json.GetProperty("entry").GetInt64()}/copies");

        Answer past = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}/reveals");

        JsonElement[] items = [.. past.Json.GetProperty("items").EnumerateArray()];
        Assert.Equal(
            [second.Json.GetProperty("entry").GetInt64(), first.Json.GetProperty("entry").GetInt64()],
            items.Select(item => item.GetProperty("entry").GetInt64()));
        Assert.Equal([true, false], items.Select(item => item.GetProperty("isCopied").GetBoolean()));
        Assert.All(items, item => Assert.Equal(
            ("email", "support", clinic.Owner.Id), (
                item.GetProperty("fields")[0].GetString(), item.GetProperty("purpose").GetString(),
                item.GetProperty("by").GetString())));
        Assert.DoesNotContain("@", past.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_revealed_reports_and_only_of_that_customer_and_for_a_while()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Ada);
        long entry = (await clinic.RevealAsync(code, "email")).Json.GetProperty("entry").GetInt64();

        Answer extended = await ReportAsync(clinic, code, entry, "extensions");
        Answer elsewhere = await ReportAsync(clinic, other, entry, "copies");
        Answer noReveal = await ReportAsync(clinic, code, 0, "copies");
        Answer negative = await ReportAsync(clinic, code, -1, "copies");
        Answer noEntry = await ReportAsync(clinic, code, 99_999, "copies");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(12));
        Answer late = await ReportAsync(clinic, code, entry, "extensions");

        Assert.Equal(
            clinic.Server.Time.GetUtcNow() - TimeSpan.FromMinutes(11),
            extended.Json.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.All([elsewhere, noReveal, noEntry, negative, late], answer =>
            Assert.Equal((404, "not-found"), (answer.Status, answer.Code)));
        string log = (await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200")).Body;
        Assert.Contains("RevealExtended", log, StringComparison.Ordinal);
        Assert.DoesNotContain("CopyReported\",\"actor\":\"" + clinic.Owner.Id + "\",\"result\":\"Done", log,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_eleventh_reveal_asks_again_and_going_on_tells_the_security_officer()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.RevealAsync(code, "us-ssn"); // refused: does not count
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(201, (await clinic.RevealAsync(code, "email")).Status);
        }

        Answer asked = await clinic.RevealAsync(code, "email");
        Answer confirmed = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/reveals",
            new { fields = new[] { "email" }, purpose = "support", confirmed = true });
        Answer next = await clinic.RevealAsync(code, "email");

        Assert.Equal((429, "reveals-unusual"), (asked.Status, asked.Code));
        Assert.Equal((201, 201), (confirmed.Status, next.Status));
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200");
        JsonElement told = log.Json.GetProperty("items").EnumerateArray().Single(
            item => item.GetProperty("act").GetString() == "RevealsContinued");
        Assert.Equal(clinic.Owner.Id, told.GetProperty("actor").GetString());
        Assert.Equal("10", told.GetProperty("body").GetProperty("reveals").GetString());
    }

    [Fact]
    public async Task Ten_minutes_later_the_count_is_at_nothing_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Reveal:PerTenMinutes=1");
        string code = await clinic.RegisterAsync(Ada);
        Assert.Equal(201, (await clinic.RevealAsync(code, "email")).Status);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(429, (await clinic.RevealAsync(code, "email")).Status);
        clinic.Server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(201, (await clinic.RevealAsync(code, "email")).Status);
    }

    [Fact]
    public async Task The_trash_says_how_many_days_it_still_keeps_a_customer()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Retention:TrashDays=3");
        string code = await clinic.RegisterAsync(Ada);
        await clinic.SendAsync(HttpMethod.Delete, $"customers/{code}");

        int fresh = await DaysLeftAsync(clinic);
        clinic.Server.Time.Advance(TimeSpan.FromSeconds(1));
        int started = await DaysLeftAsync(clinic);

        Assert.Equal((3, 3), (fresh, started));
    }

    private static async Task<int> DaysLeftAsync(Clinic clinic) =>
        (await clinic.SendAsync(HttpMethod.Get, "customers?trashed=true")).Json.GetProperty("items")[0]
        .GetProperty("daysLeft").GetInt32();

    private static Task<Answer> RevealAsync(Clinic clinic, string code, string field, long version) => clinic.SendAsync(
        HttpMethod.Post, $"customers/{code}/reveals", new { fields = new[] { field }, purpose = "support", version });

    private static Task<Answer> ReportAsync(Clinic clinic, string code, long entry, string what) =>
        clinic.SendAsync(HttpMethod.Post, $"customers/{code}/reveals/{entry}/{what}");

    private static Task<Answer> CorrectAsync(
        Clinic clinic, string code, long version, string email, string? purpose, string? caseNumber = "2026-118") =>
        clinic.Server.SendAsync(
            HttpMethod.Patch, $"customers/{code}", new { fields = new { email }, purpose, @case = caseNumber },
            clinic.Token, ("If-Match", $"\"{version}\""));
}
