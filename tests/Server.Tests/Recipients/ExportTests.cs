using System.Globalization;
using System.Text.Json;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Recipients;

public class ExportTests
{
    private const int Many = 200;

    [Fact]
    public async Task The_lists_of_two_recipients_share_no_code_and_no_order()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.ImportAsync("email\n" + string.Concat(
            Enumerable.Range(0, Many).Select(i => FormattableString.Invariant($"pat{i:D3}@example.org\n"))));
        string laboratory = await clinic.MakeAsync("Example Laboratory");
        string auditors = await clinic.MakeAsync("Sample Auditors");

        // The address stands in both only so that the test knows who is who.
        IReadOnlyList<string[]> one = await clinic.RowsAsync(laboratory, "clinic", "email");
        IReadOnlyList<string[]> other = await clinic.RowsAsync(auditors, "clinic", "email");
        IReadOnlyList<string[]> again = await clinic.RowsAsync(laboratory, "clinic", "email");

        Assert.Equal((Many, Many), (one.Count, other.Count));
        Assert.Empty(one.Select(row => row[0]).Intersect(other.Select(row => row[0]), StringComparer.Ordinal));
        Assert.Equal(
            one.Select(row => row[0] + row[1]).Order(StringComparer.Ordinal),
            again.Select(row => row[0] + row[1]).Order(StringComparer.Ordinal)); // who has a code keeps it
        string[] registered = [.. Enumerable.Range(0, Many).Select(i => FormattableString.Invariant($"pat{i:D3}@example.org"))];
        AssertUnrelated(Emails(one), Emails(other));
        AssertUnrelated(Emails(one), Emails(again));
        AssertUnrelated(registered, Emails(one));
        AssertUnrelated(registered, Emails(other));
        AssertUnrelated([.. one.OrderBy(row => row[0], StringComparer.Ordinal).Select(row => row[1])], registered);
    }

    [Fact]
    public async Task Erasing_somebody_takes_the_codes_and_every_waiting_list_of_the_series_along()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=1");
        string erased = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string other = await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Grace Example" });
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string dead = await clinic.IssueAsync(erased, recipient);
        string alive = await clinic.IssueAsync(other, recipient);
        await clinic.RowsAsync(recipient, "clinic");
        string data = Path.Combine(clinic.Server.Folder, "data", "compartments");
        string[] before = Directory.GetFiles(data, "job-*", SearchOption.AllDirectories);

        await clinic.StepUpAsync();
        Answer done = await clinic.SendAsync(HttpMethod.Post, $"customers/{erased}/erasures", new { reason = "asked" });
        Answer nowhere = await clinic.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/resolutions", new { recipientCode = dead });
        Answer found = await clinic.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/resolutions", new { recipientCode = alive });

        Assert.True(done.Status == 201, done.Body);
        Assert.Single(before);
        Assert.Empty(Directory.GetFiles(data, "job-*", SearchOption.AllDirectories));
        Assert.Equal((404, other), (nowhere.Status, found.Text("code")));
    }

    [Fact]
    public async Task A_list_holds_everybody_of_a_series_but_the_trash_and_nothing_beside_the_codes()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=2");
        var customers = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            customers.Add(await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" }));
        }

        string recipient = await clinic.MakeAsync("Example Laboratory");
        string known = await clinic.IssueAsync(customers[0], recipient);
        await clinic.SendAsync(HttpMethod.Delete, $"customers/{customers[1]}");

        IReadOnlyList<string[]> whole = await clinic.RowsAsync(recipient, "clinic");
        IReadOnlyList<string[]> second = await clinic.RowsAsync(recipient, "clinic-2");
        Answer card = await clinic.SendAsync(HttpMethod.Get, $"recipients/{recipient}");

        Assert.Equal((4, 2), (whole.Count, second.Count));
        Assert.All(whole, row => Assert.Single(row));
        Assert.Contains(whole, row => row[0] == known);
        Assert.All(second, row => Assert.Contains(whole, other => other[0] == row[0]));
        Assert.Equal(
            [("clinic", 1), ("clinic-2", 2), ("clinic-3", 1)],
            card.Json.GetProperty("codes").EnumerateArray().Select(
                count => (count.GetProperty("what").GetString(), count.GetProperty("count").GetInt32())));
        JsonElement[] entries = [.. await clinic.EntriesAsync("Exported")];
        Assert.Equal(["1", "2", "1", "2"], entries.Select(entry => Body(entry, "count")));
        Assert.All(entries, entry => Assert.Equal(
            (recipient, true), (Body(entry, "recipient"), entry.TryGetProperty("compartment", out _))));
        Assert.Equal(2, (await clinic.EntriesAsync("ExportTaken")).Count);
    }

    [Fact]
    public async Task Fields_ask_for_what_a_reveal_asks_for_and_the_entry_names_them()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new Dictionary<string, string>
        {
            ["full-name"] = "Ada Example",
            ["us-ssn"] = "900-12-3456",
        });
        string recipient = await clinic.MakeAsync("Example Laboratory");

        Answer unproved = await clinic.TryExportAsync(recipient, "clinic", "us-ssn");
        Answer unknown = await clinic.TryExportAsync(recipient, "clinic", "shoe-size");
        Answer elsewhere = await clinic.TryExportAsync(recipient, "nowhere", "us-ssn");
        await clinic.StepUpAsync();
        string job = await clinic.ExportAsync(recipient, "clinic", "us-ssn", "full-name");
        Answer file = await clinic.TakeAsync(recipient, job);
        clinic.Server.Time.Advance(TimeSpan.FromMinutes(6)); // the step-up is stale, and the file holds protected fields
        Answer stale = await clinic.TakeAsync(recipient, job);

        Assert.Equal((401, "step-up-required"), (unproved.Status, unproved.Code));
        Assert.Equal((400, 404), (unknown.Status, elsewhere.Status));
        Assert.StartsWith("\"recipient-code\",\"full-name\",\"us-ssn\"\r\n\"R-", file.Body, StringComparison.Ordinal);
        Assert.EndsWith("\",\"Ada Example\",\"900-12-3456\"\r\n", file.Body, StringComparison.Ordinal);
        Assert.Equal(401, stale.Status);
        JsonElement entry = (await clinic.EntriesAsync("Exported"))[^1];
        Assert.Equal(("us-ssn,full-name", "support"), (Body(entry, "fields"), Body(entry, "purpose")));
        Assert.DoesNotContain("Ada", entry.GetRawText(), StringComparison.Ordinal);
        JsonElement taken = Assert.Single(
            await clinic.EntriesAsync("ExportTaken"), one => one.GetProperty("result").GetString() == "Done");
        Assert.Equal(("us-ssn,full-name", job), (Body(taken, "fields"), Body(taken, "case")));
    }

    [Fact]
    public async Task A_program_with_a_scope_for_one_kind_exports_that_kind_and_nothing_protected()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string recipient = await clinic.MakeAsync("Example Laboratory");
        await clinic.StepUpAsync();
        string key = (await clinic.SendAsync(HttpMethod.Post, "service-accounts", new
        {
            name = "Laboratory link",
            purpose = "results",
            scopes = (string[])["recipients:export", "reveal:email"],
            series = (string[])["clinic"],
            expiresAt = clinic.Server.Time.GetUtcNow().AddDays(30),
        })).Text("key");

        async Task<int> ExportAsync(params string[] fields) => (await clinic.Server.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/exports", new { compartment = "clinic", fields }, key)).Status;

        Assert.Equal(
            (202, 202, 403, 403),
            (await ExportAsync(), await ExportAsync("email"), await ExportAsync("phone"), await ExportAsync("us-ssn")));
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_defused_and_the_import_reads_every_column_back()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "accounts" });
        var fields = new Dictionary<string, object>
        {
            ["full-name"] = "=HYPERLINK(\"https://example.org\",\"Ada\")",
            ["email"] = "@sum@example.org".Trim('@'),
            ["phone"] = "+1 (312) 555-0147",
            ["note"] = "-1+1\n'=2",
            ["services-used"] = "'=SUM(A1)",
            ["postal-address"] = new { lines = (string[])["=1 Sample Street", "Flat 2"], city = "@Example", region = "IL" },
            ["payment-card"] = new { number = "4111 1111 1111 1111", expiry = "2029-08" },
        };
        string customer = await clinic.RegisterAsync(fields);
        string recipient = await clinic.MakeAsync("Example Laboratory");
        await clinic.StepUpAsync();
        string[] kinds = [.. fields.Keys];

        Answer file = await clinic.TakeAsync(recipient, await clinic.ExportAsync(recipient, "clinic", kinds));
        JsonElement import = await clinic.ImportAsync(file.Body, "accounts");
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "customers?compartment=accounts");
        string copy = Assert.Single(listed.Json.GetProperty("items").EnumerateArray()).GetProperty("code").GetString()!;
        await clinic.StepUpAsync();
        JsonElement before = (await clinic.RevealAsync(customer, kinds)).Json.GetProperty("values");
        JsonElement after = (await clinic.RevealAsync(copy, kinds)).Json.GetProperty("values");

        Assert.DoesNotMatch("\"[=+@\\-]", file.Body);
        Assert.Contains("\"'=HYPERLINK(\"\"https", file.Body, StringComparison.Ordinal);
        Assert.Equal("done", import.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal(0, import.GetProperty("report").GetProperty("bad").GetInt32());
        foreach (string kind in kinds.Where(kind => kind != "postal-address"))
        {
            Assert.Equal(before.GetProperty(kind).GetRawText(), after.GetProperty(kind).GetRawText());
        }

        JsonElement address = after.GetProperty("postal-address");
        Assert.Equal(
            ("=1 Sample Street, Flat 2", "@Example"),
            (address.GetProperty("lines")[0].GetString(), address.GetProperty("city").GetString()));
    }

    [Fact]
    public async Task Only_who_asked_takes_the_file_for_a_day_and_then_it_is_destroyed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new Dictionary<string, string> { ["full-name"] = "Ada Example" });
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string other = await clinic.MakeAsync("Sample Auditors");
        await clinic.StepUpAsync();
        string colleague = await clinic.WorkerAsync("grace@example.org", "clinic");
        string job = await clinic.ExportAsync(recipient, "clinic", "full-name");
        string[] files = Files(clinic);

        Answer mine = await clinic.TakeAsync(recipient, job);
        Answer theirs = await clinic.TakeAsync(recipient, job, colleague);
        Answer mixed = await clinic.TakeAsync(other, job);
        Answer listed = await clinic.SendAsync(HttpMethod.Get, $"recipients/{recipient}/exports");
        clinic.Server.Time.Advance(TimeSpan.FromHours(24));
        await clinic.ReturnAsync();
        Answer late = await clinic.TakeAsync(recipient, job);

        Assert.Empty(new CanaryScanner(["Ada Example", .. mine.Body.Split('"').Where(cell => cell.StartsWith("R-", StringComparison.Ordinal))])
            .FindInFolder(Path.Combine(clinic.Server.Folder, "data", "compartments")));
        Assert.Single(files);
        Assert.Equal((200, 404, 404, 404), (mine.Status, theirs.Status, mixed.Status, late.Status));
        Assert.True(Assert.Single(listed.Json.GetProperty("items").EnumerateArray()).TryGetProperty("keptUntil", out _));
        for (int i = 0; Files(clinic).Length > 0; i++)
        {
            Assert.True(i < 500, "the file is still there");
            clinic.Server.Time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Of_a_recipient_who_was_revoked_no_file_is_taken()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string recipient = await clinic.MakeAsync("Example Laboratory");
        string job = await clinic.ExportAsync(recipient, "clinic");
        await clinic.StepUpAsync();
        await clinic.SendAsync(HttpMethod.Delete, $"recipients/{recipient}");

        Answer file = await clinic.TakeAsync(recipient, job);

        Assert.Equal((409, "recipient-ended"), (file.Status, file.Code));
    }

    /// <summary>
    /// Neither the ranks nor the places have more to do with each other than chance: of two random orders of 200 the rank
    /// correlation is within 0.07 mostly and about one place is the same.
    /// </summary>
    private static void AssertUnrelated(string[] one, string[] other)
    {
        var ranks = other.Index().ToDictionary(row => row.Item, row => row.Index, StringComparer.Ordinal);
        double squares = one.Index().Sum(row => Math.Pow(row.Index - ranks[row.Item], 2));
        double correlation = 1 - (6 * squares / (one.Length * (Math.Pow(one.Length, 2) - 1)));
        int samePlace = one.Index().Count(row => row.Index == ranks[row.Item]);

        Assert.True(Math.Abs(correlation) < 0.4, correlation.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(samePlace, 0, 12);
    }

    private static string[] Emails(IReadOnlyList<string[]> rows) => [.. rows.Select(row => row[1])];

    private static string[] Files(Clinic clinic) => [.. Directory
        .EnumerateFiles(Path.Combine(clinic.Server.Folder, "data", "compartments"), "job-*", SearchOption.AllDirectories)];

    private static string? Body(JsonElement entry, string name) =>
        entry.GetProperty("body").TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
