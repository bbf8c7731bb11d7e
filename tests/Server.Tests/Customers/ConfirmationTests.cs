using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public sealed class ConfirmationTests
{
    private static readonly object Ada = new Dictionary<string, object>
    {
        ["full-name"] = "Ada Éxample",
        ["email"] = "Ada@Example.org",
        ["phone"] = "+1 (312) 555-0147",
        ["date-of-birth"] = "1971-12-31",
        ["us-ssn"] = "900-12-3456",
        ["payment-card"] = new { number = "4111 1111 1111 1111", expiry = "2029-08" },
        ["bank-account"] = new { account = "12345 6789", routing = "021000021" },
        ["postal-address"] = new
        {
            lines = new[] { "1 Example Street" },
            city = "Springfield",
            region = "IL",
            postalCode = "62701",
        },
    };

    [Theory]
    [InlineData("full-name", "example ada")]
    [InlineData("email", "ADA@example.ORG")]
    [InlineData("phone", "312 555 0147")]
    [InlineData("date-of-birth", "31.12.1971")]
    [InlineData("date-of-birth", "December 31, 1971")]
    [InlineData("us-ssn", "900123456")]
    [InlineData("payment-card", "4111-1111-1111-1111")]
    [InlineData("bank-account", "1234 56789")]
    [InlineData("postal-address", "1 example street, springfield")]
    [InlineData("postal-address", "62701")]
    [InlineData(null, "31/12/1971")]
    [InlineData(null, "ada example")]
    public async Task A_fact_matches_however_it_is_said_and_nothing_of_the_record_is_in_the_answer(
        string? kind, string fact)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer answer = await ConfirmAsync(clinic, code, fact, kind);

        Assert.Equal((200, """{"matches":true,"triesLeft":3}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("full-name", "ada")]
    [InlineData("full-name", "A… É…")]
    [InlineData("phone", "555 0147")] // the last digits show in the mask
    [InlineData("date-of-birth", "1971-12-30")]
    [InlineData("postal-address", "IL")]
    [InlineData("note", "anything")] // the customer has none
    [InlineData(null, "1971")]
    public async Task A_part_of_a_fact_or_another_one_does_not_match(string? kind, string fact)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer answer = await ConfirmAsync(clinic, code, fact, kind);

        Assert.Equal((200, """{"matches":false,"triesLeft":2}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task The_third_miss_locks_the_customer_for_everybody_for_ten_minutes_and_over_a_restart()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Ada);
        foreach (string wrong in new[] { "bob@example.org", "bert@example.org", "bill@example.org" })
        {
            Assert.False((await ConfirmAsync(clinic, code, wrong)).Json.GetProperty("matches").GetBoolean());
        }

        Answer locked = await ConfirmAsync(clinic, code, "ada@example.org");
        await clinic.RestartAsync();
        Answer stillLocked = await ConfirmAsync(clinic, code, "ada@example.org");
        Answer elsewhere = await ConfirmAsync(clinic, other, "ada@example.org");
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Answer almost = await ConfirmAsync(clinic, code, "ada@example.org");
        clinic.Server.Time.Advance(TimeSpan.FromSeconds(1));
        Answer free = await ConfirmAsync(clinic, code, "ada@example.org");

        Assert.All([locked, stillLocked, almost], answer =>
            Assert.Equal((429, "confirmation-locked"), (answer.Status, answer.Code)));
        Assert.True(elsewhere.Json.GetProperty("matches").GetBoolean());
        Assert.True(free.Json.GetProperty("matches").GetBoolean());
        string log = (await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200")).Body;
        Assert.Contains("ConfirmationsLocked", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_answer_forgives_the_misses_before_it()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        for (int round = 0; round < 3; round++)
        {
            Answer miss = await ConfirmAsync(clinic, code, "bob@example.org");
            Answer second = await ConfirmAsync(clinic, code, "bert@example.org");
            Answer right = await ConfirmAsync(clinic, code, "ada@example.org");

            Assert.Equal((2, 1, 3), (TriesLeft(miss), TriesLeft(second), TriesLeft(right)));
        }
    }

    [Fact]
    public async Task Many_guesses_at_the_same_moment_are_counted_one_by_one()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => ConfirmAsync(clinic, code, $"guess{i}@example.org")));

        Assert.Equal(3, answers.Count(answer => answer.Status == 200));
        Assert.Equal(17, answers.Count(answer => answer.Status == 429));
    }

    [Theory]
    [InlineData("email", "ada")]
    [InlineData("phone", "12")]
    [InlineData("us-ssn", "900-12-345")]
    [InlineData("zqx-unheard-of", "x")]
    [InlineData(null, "  ")]
    public async Task What_cannot_be_such_a_value_is_refused_without_costing_a_try(string? kind, string fact)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer refused = await ConfirmAsync(clinic, code, fact, kind);
        Answer next = await ConfirmAsync(clinic, code, "bob@example.org");

        Assert.Equal((400, "validation"), (refused.Status, refused.Code));
        Assert.Equal(2, TriesLeft(next));
    }

    [Fact]
    public async Task Every_check_is_in_the_log_with_its_outcome_and_never_with_the_fact()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await ConfirmAsync(clinic, code, "zqx@example.org");
        await ConfirmAsync(clinic, code, "ada@example.org");

        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200");

        string[] outcomes =
        [
            .. log.Json.GetProperty("items").EnumerateArray().Where(Is("Confirmed")).Select(
                item => item.GetProperty("result").GetString()!),
        ];
        Assert.Equal(["Failed", "Done"], outcomes);
        Assert.DoesNotContain("zqx", log.Body, StringComparison.Ordinal);
        byte[] journal = await File.ReadAllBytesAsync(
            Path.Combine(clinic.Server.Folder, "data", "audit", "journal"), TestContext.Current.CancellationToken);
        Assert.Equal(-1, journal.AsSpan().IndexOf("zqx"u8));
    }

    [Fact]
    public async Task A_role_without_the_permission_and_a_customer_in_the_trash_are_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.StepUpAsync();
        Person clerk = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "records-clerk");
        string token = await clinic.Server.LogInAsync(clerk);

        Answer notAllowed = await clinic.Server.SendAsync(
            HttpMethod.Post, $"customers/{code}/confirmations", new { fact = "ada@example.org" }, token);
        await clinic.SendAsync(HttpMethod.Delete, $"customers/{code}");
        Answer trashed = await ConfirmAsync(clinic, code, "ada@example.org");

        Assert.Equal((403, "not-allowed"), (notAllowed.Status, notAllowed.Code));
        Assert.Equal(409, trashed.Status);
    }

    private static Task<Answer> ConfirmAsync(Clinic clinic, string code, string fact, string? kind = null) =>
        clinic.SendAsync(HttpMethod.Post, $"customers/{code}/confirmations", new { kind, fact });

    private static int TriesLeft(Answer answer) => answer.Json.GetProperty("triesLeft").GetInt32();

    private static Func<JsonElement, bool> Is(string act) => item => item.GetProperty("act").GetString() == act;
}
