using System.Text.Json;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Customers;

public class CustomerTests
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
        ["postal-address"] =
            new { lines = new[] { "1 Example Street" }, city = "Springfield", region = "IL", postalCode = "62701" },
    };

    [Fact]
    public async Task Codes_are_reserved_ahead_while_many_are_made_and_one_by_one_otherwise()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var stores = new Stores(clinic.Server.Folder);
        var made = new List<string>();
        var reserved = new List<int>();

        for (int number = 0; number < 7; number++)
        {
            made.Add(await clinic.RegisterAsync(new { email = $"ada.{number}@example.org" }));
            reserved.Add(stores.All("registry", "SELECT hash FROM code_route", row => row.GetFieldValue<byte[]>(0)).Count);
            if (number == 3)
            {
                clinic.Server.Time.Advance(TimeSpan.FromSeconds(30)); // what is in stock is used first all the same
            }
        }

        Assert.Equal([1, 3, 3, 7, 7, 7, 7], reserved);
        Assert.Equal(7, made.Distinct(StringComparer.Ordinal).Count());
        clinic.Server.Time.Advance(TimeSpan.FromSeconds(30));
        await clinic.RegisterAsync(new { email = "bo@example.org" });
        Assert.Equal(8, stores.All("registry", "SELECT hash FROM code_route", row => row.GetFieldValue<byte[]>(0)).Count);
    }

    [Fact]
    public async Task A_masked_customer_shows_no_more_than_the_masks_allow()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer shown = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}");

        Assert.Equal("A… É…", Masked(shown, "full-name"));
        Assert.Equal("A…@….org", Masked(shown, "email"));
        Assert.Equal("••••0147", Masked(shown, "phone"));
        Assert.Equal("••.••.1971", Masked(shown, "date-of-birth"));
        Assert.Equal("••••3456", Masked(shown, "us-ssn"));
        Assert.Equal("411111••••1111", Masked(shown, "payment-card"));
        Assert.Equal("••••6789", Masked(shown, "bank-account"));
        Assert.Equal("IL", Masked(shown, "postal-address"));
    }

    [Theory]
    [InlineData("full-name", "ada example")]
    [InlineData("email", "ADA@EXAMPLE.ORG")]
    [InlineData("phone", "312-555-0147")]
    [InlineData("us-ssn", "900123456")]
    public async Task A_customer_is_found_by_what_people_mean_to_be_the_same(string field, string asked)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.RegisterAsync(
            new Dictionary<string, object> { ["full-name"] = "Grace Sample", ["email"] = "grace@example.org" });

        Answer found = await LookUpAsync(clinic, field, asked);
        Answer missed = await LookUpAsync(clinic, field, field == "us-ssn" ? "900123457" : "1" + asked + "5");

        Assert.Equal(code, found.Json.GetProperty("items")[0].GetProperty("code").GetString());
        Assert.Equal(1, found.Json.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("Éxample", found.Body, StringComparison.Ordinal);
        Assert.Equal(0, missed.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_is_found_by_a_date_of_birth_alone()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(Ada);

        Answer answer = await LookUpAsync(clinic, "date-of-birth", "1971-12-31");

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("1971", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reveal_gives_the_values_and_the_number_of_its_entry()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer revealed = await clinic.RevealAsync(code, "full-name", "postal-address", "note");

        Assert.Equal(201, revealed.Status);
        JsonElement values = revealed.Json.GetProperty("values");
        Assert.Equal("Ada Éxample", values.GetProperty("full-name").GetString());
        Assert.Equal("Springfield", values.GetProperty("postal-address").GetProperty("city").GetString());
        Assert.False(values.TryGetProperty("note", out _)); // the customer has none
        long entry = revealed.Json.GetProperty("entry").GetInt64();
        Answer log = await clinic.SendAsync(HttpMethod.Get, $"log/entries?from={entry}&limit=1");
        Assert.Equal("Revealed", log.Json.GetProperty("items")[0].GetProperty("act").GetString());
        Assert.Equal(clinic.Owner.Id, log.Json.GetProperty("items")[0].GetProperty("actor").GetString());
    }

    [Fact]
    public async Task A_protected_field_is_shown_only_after_a_fresh_step_up()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer before = await clinic.RevealAsync(code, "us-ssn");
        await clinic.StepUpAsync();
        Answer after = await clinic.RevealAsync(code, "us-ssn", "payment-card");

        Assert.Equal((401, "step-up-required"), (before.Status, before.Code));
        Assert.Contains(
            "insufficient_user_authentication", before.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal("900-12-3456", after.Json.GetProperty("values").GetProperty("us-ssn").GetString());
    }

    [Fact]
    public async Task A_field_kind_of_the_business_s_own_is_sealed_masked_and_found_like_the_others()
    {
        await using Clinic clinic = await Clinic.OpenAsync(
            "--Fields:member-number:Label=Member number", "--Fields:member-number:Mask=last-4",
            "--Fields:member-number:Sensitivity=personal", "--Fields:member-number:Indexed=true");
        string code = await clinic.RegisterAsync(new Dictionary<string, object> { ["member-number"] = "ZQ-77-004512" });

        Answer shown = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}");
        Answer found = await LookUpAsync(clinic, "member-number", "zq-77-004512");
        Answer revealed = await clinic.RevealAsync(code, "member-number");

        Assert.Equal("••••4512", Masked(shown, "member-number"));
        Assert.Equal(1, found.Json.GetProperty("items").GetArrayLength());
        Assert.Equal("ZQ-77-004512", revealed.Json.GetProperty("values").GetProperty("member-number").GetString());
    }

    [Fact]
    public async Task A_correction_needs_the_version_it_corrects_and_keeps_the_customer_findable_by_the_new_value()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        var fields = new { fields = new { email = "ada@new.example.org" } };

        Answer unsaid = await clinic.SendAsync(HttpMethod.Patch, $"customers/{code}", fields);
        Answer stale = await clinic.Server.SendAsync(
            HttpMethod.Patch, $"customers/{code}", fields, clinic.Token, ("If-Match", "\"7\""));
        Answer corrected = await clinic.Server.SendAsync(
            HttpMethod.Patch, $"customers/{code}", fields, clinic.Token, ("If-Match", "\"1\""));
        Answer found = await LookUpAsync(clinic, "email", "ada@new.example.org");
        Answer old = await LookUpAsync(clinic, "email", "ada@example.org");

        Assert.Equal((428, 412, 200), (unsaid.Status, stale.Status, corrected.Status));
        Assert.Equal("\"2\"", corrected.Headers["ETag"]);
        Assert.Equal(1, found.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(0, old.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Of_many_corrections_of_one_version_one_wins()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => clinic.Server.SendAsync(
            HttpMethod.Patch, $"customers/{code}", new { fields = new { email = $"ada{i}@example.org" } }, clinic.Token,
            ("If-Match", "\"1\""))));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(11, answers.Count(answer => answer.Status == 412));
    }

    [Fact]
    public async Task The_trash_hides_a_customer_and_gives_it_back()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer trashed = await clinic.SendAsync(HttpMethod.Delete, $"customers/{code}");
        Answer hidden = await LookUpAsync(clinic, "full-name", "Ada Example");
        Answer refused = await clinic.RevealAsync(code, "email");
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "customers?trashed=true");
        Answer restored = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/restorations");
        Answer revealed = await clinic.RevealAsync(code, "email");

        Assert.Equal((204, 204), (trashed.Status, restored.Status));
        Assert.Equal(0, hidden.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(409, refused.Status);
        Assert.Equal(code, listed.Json.GetProperty("items")[0].GetProperty("code").GetString());
        Assert.Equal(201, revealed.Status);
    }

    [Fact]
    public async Task A_list_pages_through_every_customer_once_and_takes_no_invented_cursor()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=4");
        var codes = new HashSet<string>();
        for (int i = 0; i < 11; i++)
        {
            codes.Add(await clinic.RegisterAsync(new Dictionary<string, object> { ["full-name"] = $"Pat Sample{i}" }));
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            Answer page = await clinic.SendAsync(
                HttpMethod.Get, "customers?limit=3" + (cursor is null ? "" : $"&cursor={cursor}"));
            listed.AddRange(
                page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            cursor = page.Json.TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Answer invented = await clinic.SendAsync(HttpMethod.Get, $"customers?cursor={new string('0', 72)}");
        Assert.Equal(11, listed.Count);
        Assert.Equal(codes, [.. listed]);
        Assert.Equal(400, invented.Status);
    }

    [Theory]
    [InlineData("payment-card", """{"number":"4111111111111111","cvv":"123"}""")]
    [InlineData("payment-card", """{"number":"4111111111111112"}""")]
    [InlineData("note", "\"her cvv is 123\"")]
    [InlineData("note", "\"CVC2: 1234\"")]
    [InlineData("email", "\"zqx-not-an-address\"")]
    [InlineData("us-ssn", "\"12345\"")]
    [InlineData("date-of-birth", "\"31.12.1971\"")]
    [InlineData("full-name", "7")]
    [InlineData("zqx-unheard-of", "\"x\"")]
    [InlineData("postal-address", """{"lines":[],"city":"zqx"}""")]
    public async Task A_value_that_does_not_fit_is_refused_by_field_and_never_echoed(string field, string json)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using JsonDocument value = JsonDocument.Parse(json);

        Answer answer = await clinic.SendAsync(HttpMethod.Post, "customers", new
        {
            compartment = "clinic",
            fields = new Dictionary<string, JsonElement>
            {
                ["phone"] = JsonDocument.Parse("\"312-555-0199\"").RootElement,
                [field] = value.RootElement,
            },
        });
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "customers");

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
        Assert.DoesNotContain("zqx", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("41111", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, listed.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_code_that_does_not_exist_and_one_that_is_not_yours_answer_alike()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "shop" });
        string yours = await clinic.RegisterAsync(Ada);
        Answer foreign =
            await clinic.SendAsync(HttpMethod.Post, "customers", new { compartment = "shop", fields = Ada });
        Answer nowhere =
            await clinic.SendAsync(HttpMethod.Post, "customers", new { compartment = "nowhere", fields = Ada });
        Answer unknown = await clinic.SendAsync(HttpMethod.Get, "customers/7Q4M-2KTD-9RWX-JV");

        Assert.Equal((404, 404, 404), (foreign.Status, nowhere.Status, unknown.Status));
        Assert.Equal(WithoutTrace(foreign), WithoutTrace(nowhere));
        Assert.Equal(WithoutTrace(foreign), WithoutTrace(unknown));
        Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Get, $"customers/{yours}")).Status);
    }

    private static Task<Answer> LookUpAsync(Clinic clinic, string field, string value) => clinic.SendAsync(
        HttpMethod.Post, "customers/lookups",
        new { compartment = "clinic", fields = new Dictionary<string, string> { [field] = value } });

    private static string? Masked(Answer answer, string field) =>
        answer.Json.GetProperty("fields").GetProperty(field).GetProperty("masked").GetString();

    private static string WithoutTrace(Answer answer) =>
        answer.Body.Replace(answer.Text("instance"), "", StringComparison.Ordinal);
}
