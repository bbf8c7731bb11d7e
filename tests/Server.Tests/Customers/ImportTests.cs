using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public class ImportTests
{
    [Fact]
    public async Task A_dry_run_reports_rows_by_number_and_registers_nobody()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string csv = "Name;E-mail;SSN;Shoe size\nAda Example;ada@example.org;900-12-3456;42\n"
            + "Grace Sample;not-an-address;900-12-3457;38\nPat Sample;pat@example.org\n";

        JsonElement import = await clinic.ImportAsync(csv, dryRun: true);
        Answer listed = await clinic.SendAsync(HttpMethod.Get, "customers");

        JsonElement report = import.GetProperty("report");
        Assert.Equal((3, 1, 2), (Number(report, "rows"), Number(report, "good"), Number(report, "bad")));
        Assert.False(report.GetProperty("mapping").TryGetProperty("Shoe size", out _)); // not known: not imported
        Assert.Equal("full-name", report.GetProperty("mapping").GetProperty("Name").GetString());
        Assert.Equal("A… E…", report.GetProperty("sample")[0].GetProperty("full-name").GetString());
        Assert.Equal([3, 4], report.GetProperty("faults").EnumerateArray().Select(fault => Number(fault, "row")));
        Assert.Equal("email", report.GetProperty("faults")[0].GetProperty("field").GetString());
        Answer errors = await clinic.SendAsync(
            HttpMethod.Get, $"imports/{import.GetProperty("job").GetProperty("id").GetString()}/errors");
        Assert.StartsWith("row,field,what it should be\r\n3,email,\"", errors.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not-an-address", errors.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not-an-address", report.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, listed.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_import_rolls_over_where_a_compartment_is_full_and_every_customer_is_found()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=120");
        var csv = new StringBuilder("name,email,card number,card expiry\n");
        for (int i = 0; i < 301; i++)
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"\"Sample{i}, Pat\",pat{i}@example.org,4111111111111111,2029-08\n");
        }

        JsonElement import = await clinic.ImportAsync(csv.ToString());
        Answer compartments = await clinic.SendAsync(HttpMethod.Get, "compartments");
        Answer last = await clinic.SendAsync(
            HttpMethod.Post, "customers/lookups",
            new { compartment = "clinic", fields = new { email = "pat300@example.org" } });

        Assert.Equal("done", import.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal(
            [120, 120, 61], compartments.Json.GetProperty("items").EnumerateArray().Select(
                item => Number(item, "customers")));
        Assert.Equal("clinic-3", last.Json.GetProperty("items")[0].GetProperty("compartment").GetString());
        Assert.Empty(Directory.GetFiles(clinic.Server.Folder, "record-*", SearchOption.AllDirectories)); // the upload is gone
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was_and_registers_nobody_twice()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string csv = "name\n" + string.Concat(Enumerable.Range(0, 1500).Select(i => $"Pat Sample{i}\n"));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("clinic"), "compartment" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "x.csv" },
        };

        string job = (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");
        Answer stopped = await clinic.SendAsync(HttpMethod.Delete, $"jobs/{job}");
        string state = await clinic.EndOfAsync(job);
        Answer retried = await clinic.SendAsync(HttpMethod.Post, $"jobs/{job}/retries");
        string end = await clinic.EndOfAsync(job);
        Answer compartments = await clinic.SendAsync(HttpMethod.Get, "compartments");

        Assert.Equal((204, "stopped", 202, "done"), (stopped.Status, state, retried.Status, end));
        Assert.Equal(
            1500, compartments.Json.GetProperty("items").EnumerateArray().Sum(item => Number(item, "customers")));
    }

    [Fact]
    public async Task A_mapping_says_where_columns_go()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("clinic"), "compartment" },
            { new StringContent("""{"A":"full-name","B":"bank-account.account"}"""), "mapping" },
            { new StringContent("|"), "delimiter" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("A|B|C\nAda Example|12345678|x\n")), "file", "x.csv" },
        };

        Answer started = await clinic.SendAsync(HttpMethod.Post, "imports", form);
        await clinic.EndOfImportAsync(started.Text("id"));
        Answer found = await clinic.SendAsync(
            HttpMethod.Post, "customers/lookups",
            new { compartment = "clinic", fields = new Dictionary<string, object> { ["bank-account"] = new { account = "1234 5678" } } });

        Assert.Equal(202, started.Status);
        Assert.Equal(1, found.Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("", "import-not-csv")]
    [InlineData("shoe size\n42\n", "import-nothing-mapped")]
    [InlineData("name\n\"Ada Example\n", "import-not-csv")]
    public async Task A_file_that_is_no_use_fails_the_job_with_a_reason(string csv, string outcome)
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        JsonElement import = await clinic.ImportAsync(csv);

        Assert.Equal("failed", import.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal(outcome, import.GetProperty("job").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Nobody_starts_an_import_whose_screening_has_lapsed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        for (int step = 0; step < 5; step++)
        {
            clinic.Server.Time.Advance(TimeSpan.FromDays(74)); // an account unused for 90 days would not log in
            await clinic.Server.LogInAsync(clinic.Owner);
        }

        Answer lapsed = await clinic.Server.SendAsync(
            HttpMethod.Post, "imports", Form(), await clinic.Server.LogInAsync(clinic.Owner));

        Assert.Equal((403, "screening-required"), (lapsed.Status, lapsed.Code));
    }

    private static MultipartFormDataContent Form() => new()
    {
        { new StringContent("clinic"), "compartment" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes("name\nAda Example\n")), "file", "x.csv" },
    };

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
