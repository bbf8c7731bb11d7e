using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public class LookUpTests
{
    private static readonly object Ada = new Dictionary<string, object>
    {
        ["full-name"] = "Ada Éxample",
        ["email"] = "ada@example.org",
        ["phone"] = "+1 (312) 555-0147",
        ["date-of-birth"] = "1971-12-31",
        ["us-ssn"] = "900-12-3456",
        ["payment-card"] = new { number = "4111 1111 1111 1111" },
        ["bank-account"] = new { account = "12345 6789" },
    };

    [Theory]
    [InlineData("example 1971")]
    [InlineData("EXAMPLE, ada")]
    [InlineData("31.12.1971 example")]
    [InlineData("ada@example.org")]
    [InlineData("(312) 555-0147")]
    [InlineData("900-12-3456")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("123456789")]
    public async Task One_box_finds_by_whatever_is_typed_into_it(string text)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.RegisterAsync(new Dictionary<string, object>
        {
            ["full-name"] = "Grace Sample",
            ["date-of-birth"] = "1971-01-02",
            ["phone"] = "312-555-0148",
        });

        Answer found = await LookUpAsync(clinic, text);

        JsonElement item = Assert.Single(found.Json.GetProperty("items").EnumerateArray());
        Assert.Equal((code, false), (item.GetProperty("code").GetString(), item.GetProperty("check").GetBoolean()));
        Assert.DoesNotContain("xample", found.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_in_any_spelling_leads_to_its_customer_and_a_foreign_or_unknown_one_to_nobody()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);

        Answer found = await LookUpAsync(clinic, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Answer nobody = await LookUpAsync(clinic, "7Q4M-2KTD-9RWX-JV");

        Assert.Equal(code, found.Json.GetProperty("items")[0].GetProperty("code").GetString());
        Assert.Equal((200, 0), (nobody.Status, nobody.Json.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task Near_matches_come_last_and_are_marked_to_be_checked()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string misspelt = await clinic.RegisterAsync(Named("Ada Exampel", "1971-03-04"));
        string otherYear = await clinic.RegisterAsync(Named("Ada Example", "1972-03-04"));
        string noYear = await clinic.RegisterAsync(Named("Pat Example", null));
        string whole = await clinic.RegisterAsync(Named("Grace Example", "1971-05-06"));
        await clinic.RegisterAsync(Named("Ada Exampel", "1980-03-04")); // neither name nor year
        await clinic.RegisterAsync(Named("Ada Other", "1971-03-04"));

        Answer found = await LookUpAsync(clinic, "example 1971");

        JsonElement[] items = [.. found.Json.GetProperty("items").EnumerateArray()];
        Assert.Equal((whole, false), (
            items[0].GetProperty("code").GetString(), items[0].GetProperty("check").GetBoolean()));
        Assert.Equal(
            new[] { misspelt, otherYear, noYear }.Order(StringComparer.Ordinal),
            items[1..].Select(item => item.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(items[1..], item => Assert.True(item.GetProperty("check").GetBoolean()));
    }

    [Theory]
    [InlineData("1971")]
    [InlineData("   ")]
    [InlineData("31.12.1971")]
    [InlineData("12")]
    public async Task What_finds_nobody_by_itself_is_refused_and_not_repeated(string text)
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer answer = await LookUpAsync(clinic, text);

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
        Assert.DoesNotContain("1971", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_fields_together_or_neither_are_refused()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer both = await clinic.SendAsync(
            HttpMethod.Post, "customers/lookups", new { text = "example", fields = new { email = "a@example.org" } });
        Answer neither = await clinic.SendAsync(HttpMethod.Post, "customers/lookups", new { compartment = "clinic" });

        Assert.Equal((400, 400), (both.Status, neither.Status));
    }

    [Fact]
    public async Task A_damaged_compartment_is_named_and_the_others_are_searched()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=1");
        string first = await clinic.RegisterAsync(Ada);
        await clinic.RegisterAsync(Ada); // the first is full: this one is in clinic-2
        await clinic.RegisterAsync(Ada, await MakeAsync(clinic, "accounts"));
        string folder = await FolderAsync(clinic, "clinic-2");
        await clinic.Server.StopAsync();
        Damage(new Whole.Stores(clinic.Server.Folder), folder);
        await clinic.RestartAsync();
        Answer closing = await clinic.SendAsync(HttpMethod.Post, "compartments/accounts/closings");
        Answer found = await LookUpAsync(clinic, "ada@example.org");

        Assert.Equal(200, closing.Status);
        JsonElement item = Assert.Single(found.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(first, item.GetProperty("code").GetString());
        Assert.Equal(
            ["accounts closed", "clinic-2 damaged"],
            found.Json.GetProperty("unreachable").EnumerateArray().Select(place =>
                place.GetProperty("compartment").GetString() + " " + place.GetProperty("why").GetString())
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Somebody_assigned_to_nothing_finds_nothing()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(Ada);
        await clinic.StepUpAsync();
        Person desk = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "front-desk");
        string token = await clinic.Server.LogInAsync(desk);

        Answer found = await clinic.Server.SendAsync(
            HttpMethod.Post, "customers/lookups", new { text = "ada@example.org" }, token);

        Assert.Equal((200, """{"items":[],"unreachable":[]}"""), (found.Status, found.Body));
    }

    [Fact]
    public async Task Customers_from_before_the_index_of_words_are_found_by_a_word_too()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.Server.StopAsync();
        new Whole.Stores(clinic.Server.Folder).Run("clinic/keys", "DELETE FROM blind WHERE field = 'full-name-words'");
        await clinic.RestartAsync();

        Answer found = await LookUpAsync(clinic, "example");

        Assert.Equal(code, found.Json.GetProperty("items")[0].GetProperty("code").GetString());
    }

    private static Task<Answer> LookUpAsync(Clinic clinic, string text) =>
        clinic.SendAsync(HttpMethod.Post, "customers/lookups", new { text });

    private static Dictionary<string, object> Named(string name, string? born)
    {
        var fields = new Dictionary<string, object> { ["full-name"] = name };
        if (born is not null)
        {
            fields.Add("date-of-birth", born);
        }

        return fields;
    }

    private static async Task<string> MakeAsync(Clinic clinic, string name)
    {
        Assert.Equal(201, (await clinic.SendAsync(HttpMethod.Post, "compartments", new { name })).Status);
        return name;
    }

    /// <summary>A file of zeros, or what PostgreSQL, which looks after its own files, lets somebody do.</summary>
    private static void Damage(Whole.Stores stores, string folder)
    {
        if (stores.IsPostgres)
        {
            stores.Run("clinic-2/records", "UPDATE commit_count SET sealed = $1", new byte[96]);
            return;
        }

        foreach (string file in new[] { "records.db", "records.db-wal" }.Select(name => Path.Combine(folder, name)))
        {
            if (File.Exists(file))
            {
                File.WriteAllBytes(file, new byte[4096]);
            }
        }
    }

    private static async Task<string> FolderAsync(Clinic clinic, string name)
    {
        Answer shown = await clinic.SendAsync(HttpMethod.Get, $"compartments/{name}");
        return Path.Combine(clinic.Server.Folder, "data", "compartments", shown.Text("id"));
    }
}
