using System.Net;
using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public sealed class HeldImportTests
{
    private const string Csv = "Name;E-mail;Mobile;Phone;Shoe size\nAda Example;ada@example.org;555 0100 200;;42\n"
        + "Grace Sample;grace@example.org;;555 0100 201;38\n";

    [Fact]
    public async Task A_held_file_is_guessed_mapped_looked_at_and_run_and_then_destroyed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer held = await HoldAsync(clinic, Encoding.UTF8.GetBytes(Csv));
        string id = held.Text("id");
        Answer columns = await clinic.SendAsync(HttpMethod.Get, $"imports/{id}/columns");
        Answer said = await clinic.SendAsync(HttpMethod.Put, $"imports/{id}/columns", new
        {
            mapping = new Dictionary<string, string> { ["Name"] = "full-name", ["E-mail"] = "email" },
        });
        JsonElement looked = await CheckAsync(clinic, id);
        Answer run = await clinic.SendAsync(HttpMethod.Post, $"imports/{id}/runs", new { });
        string end = await clinic.EndOfAsync(id);
        Answer list = await clinic.SendAsync(HttpMethod.Get, "imports");

        Assert.Equal((201, "held"), (held.Status, held.Text("state")));
        Assert.Equal((";", "utf-8"), (columns.Text("delimiter"), columns.Text("encoding")));
        Assert.Equal( // two look like a phone: its own name goes first, the other waits for somebody to choose
            ["full-name", "email", null, "phone", null], columns.Json.GetProperty("columns").EnumerateArray().Select(
                column => column.TryGetProperty("target", out JsonElement target) ? target.GetString() : null));
        Assert.Equal("aaa@aaaaaaa.aaa", columns.Json.GetProperty("columns")[1].GetProperty("shape").GetString());
        Assert.Equal(200, said.Status);
        Assert.Equal("checked", looked.GetProperty("import").GetProperty("state").GetString());
        Assert.Equal(2, looked.GetProperty("report").GetProperty("good").GetInt32());
        Assert.Equal((202, id, "done"), (run.Status, run.Text("id"), end));
        Assert.Equal("done", list.Json.GetProperty("items")[0].GetProperty("state").GetString());
        Assert.Equal(2, (await clinic.SendAsync(HttpMethod.Get, "customers")).Json.GetProperty("items").GetArrayLength());
        Assert.Empty(Uploads(clinic));
    }

    [Theory]
    [InlineData("windows-1252", ",")]
    [InlineData("utf-8", "\t")]
    [InlineData("utf-16le", "|")]
    [InlineData("utf-16be", ";")]
    public async Task Encoding_and_delimiter_are_guessed_and_every_letter_arrives(string encoding, string delimiter)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string csv = $"Name{delimiter}E-mail\nZoë Ångström{delimiter}zoe@example.org\n";
        Encoding written = encoding == "windows-1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);

        Answer held = await HoldAsync(clinic, [.. encoding == "utf-8" ? [] : written.GetPreamble(), .. written.GetBytes(csv)]);
        Answer columns = await clinic.SendAsync(HttpMethod.Get, $"imports/{held.Text("id")}/columns");
        await clinic.SendAsync(HttpMethod.Post, $"imports/{held.Text("id")}/runs", new { });
        string end = await clinic.EndOfAsync(held.Text("id"));
        Answer found = await clinic.SendAsync(HttpMethod.Post, "customers/lookups", new
        {
            compartment = "clinic",
            fields = new Dictionary<string, string> { ["full-name"] = "Zoë Ångström" },
        });

        Assert.Equal((encoding, delimiter), (columns.Text("encoding"), columns.Text("delimiter")));
        Assert.Equal("done", end);
        Assert.Equal(1, found.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Rows_that_look_like_somebody_who_is_there_are_suspected_and_can_be_left_out()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string ada = await clinic.RegisterAsync(new Dictionary<string, object>
        {
            ["full-name"] = "Ada Example",
            ["email"] = "ada@example.org",
            ["phone"] = "555 0100 200",
        });
        string csv = "name,email,phone,date of birth\n"
            + "Someone Else,ADA@example.org,,\n" // the e-mail address
            + "ada example,other@example.org,5550100200,\n" // name and phone
            + "Ada Example,third@example.org,,1971-01-02\n" // the name alone is no suspicion
            + "Grace Sample,grace@example.org,,\nGrace S,grace@example.org,,\n"; // the same row twice

        string id = (await HoldAsync(clinic, Encoding.UTF8.GetBytes(csv))).Text("id");
        Answer tooEarly = await clinic.SendAsync(
            HttpMethod.Post, $"imports/{id}/runs", new { leaveOutSuspects = true });
        JsonElement report = (await CheckAsync(clinic, id)).GetProperty("report");
        await clinic.SendAsync(HttpMethod.Post, $"imports/{id}/runs", new { leaveOutSuspects = true });
        await clinic.EndOfAsync(id);
        Answer after = await clinic.SendAsync(HttpMethod.Get, $"imports/{id}");
        Answer again = await clinic.SendAsync(HttpMethod.Post, $"imports/{id}/runs", new { });

        Assert.Equal((409, "import-not-checked"), (tooEarly.Status, tooEarly.Code));
        Assert.Equal(3, report.GetProperty("suspected").GetInt32());
        JsonElement[] suspects = [.. report.GetProperty("suspects").EnumerateArray()];
        Assert.Equal([2, 3, 6], suspects.Select(suspect => suspect.GetProperty("row").GetInt32()));
        Assert.Equal([ada, ada], suspects.Take(2).Select(suspect => suspect.GetProperty("code").GetString()));
        Assert.Equal(5, suspects[2].GetProperty("otherRow").GetInt32());
        Assert.Equal(3, after.Json.GetProperty("report").GetProperty("leftOut").GetInt32());
        Assert.Equal(3, (await clinic.SendAsync(HttpMethod.Get, "customers")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal((409, "import-already-run"), (again.Status, again.Code));
    }

    [Fact]
    public async Task A_mapping_that_does_not_fit_is_refused_and_the_old_one_stays()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string id = (await HoldAsync(clinic, Encoding.UTF8.GetBytes(Csv))).Text("id");

        Answer twice = await PutAsync(new { mapping = Map(("Mobile", "phone"), ("Phone", "phone")) });
        Answer unknown = await PutAsync(new { mapping = Map(("Name", "shoe-size")) });
        Answer nothing = await PutAsync(new { mapping = Map() });
        Answer delimiter = await PutAsync(new { delimiter = "x" });
        Answer encoding = await PutAsync(new { encoding = "klingon" });
        Answer columns = await clinic.SendAsync(HttpMethod.Get, $"imports/{id}/columns");

        Assert.Equal((400, 400, 422, 400, 400), (twice.Status, unknown.Status, nothing.Status, delimiter.Status, encoding.Status));
        Assert.Equal("import-nothing-mapped", nothing.Code);
        Assert.Equal("phone", columns.Json.GetProperty("columns")[3].GetProperty("target").GetString());

        Task<Answer> PutAsync(object body) => clinic.SendAsync(HttpMethod.Put, $"imports/{id}/columns", body);
        static Dictionary<string, string> Map(params (string Header, string Target)[] pairs) =>
            pairs.ToDictionary(pair => pair.Header, pair => pair.Target);
    }

    [Fact]
    public async Task A_held_file_is_destroyed_when_it_is_discarded_and_after_seven_days()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string discarded = (await HoldAsync(clinic, Encoding.UTF8.GetBytes(Csv))).Text("id");
        Answer gone = await clinic.SendAsync(HttpMethod.Delete, $"imports/{discarded}");
        Answer after = await clinic.SendAsync(HttpMethod.Get, $"imports/{discarded}");
        string forgotten = (await HoldAsync(clinic, Encoding.UTF8.GetBytes(Csv))).Text("id");
        clinic.Server.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        string token = await clinic.Server.LogInAsync(clinic.Owner);

        Answer next = await clinic.Server.SendAsync(HttpMethod.Post, "imports", Form(Encoding.UTF8.GetBytes(Csv)), token);
        Answer swept = await clinic.Server.SendAsync(HttpMethod.Get, $"imports/{forgotten}", null, token);

        Assert.Equal((204, 404), (gone.Status, after.Status));
        Assert.Equal((201, 404), (next.Status, swept.Status));
        Assert.Single(Uploads(clinic));
    }

    [Fact]
    public async Task An_import_into_a_series_of_others_is_not_there()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string id = (await HoldAsync(clinic, Encoding.UTF8.GetBytes(Csv))).Text("id");
        await clinic.StepUpAsync();
        Person other = await clinic.Server.AddPersonAsync(clinic.Token, "grace@example.org", "records-clerk");
        string token = await clinic.Server.LogInAsync(other);

        Answer list = await clinic.Server.SendAsync(HttpMethod.Get, "imports", null, token);
        Answer[] answers =
        [
            await clinic.Server.SendAsync(HttpMethod.Get, $"imports/{id}", null, token),
            await clinic.Server.SendAsync(HttpMethod.Get, $"imports/{id}/columns", null, token),
            await clinic.Server.SendAsync(HttpMethod.Post, $"imports/{id}/checks", null, token),
            await clinic.Server.SendAsync(HttpMethod.Post, $"imports/{id}/runs", new { }, token),
            await clinic.Server.SendAsync(HttpMethod.Post, $"imports/{id}/undoings", null, token),
            await clinic.Server.SendAsync(HttpMethod.Delete, $"imports/{id}", null, token),
        ];

        Assert.Equal(0, list.Json.GetProperty("items").GetArrayLength());
        Assert.All(answers, answer => Assert.Equal((404, "not-found"), (answer.Status, answer.Code)));
    }

    private static async Task<JsonElement> CheckAsync(Clinic clinic, string id)
    {
        Answer started = await clinic.SendAsync(HttpMethod.Post, $"imports/{id}/checks");
        Assert.Equal(202, started.Status);
        Assert.Equal("done", await clinic.EndOfAsync(started.Text("id")));
        return (await clinic.SendAsync(HttpMethod.Get, $"imports/{id}")).Json;
    }

    private static Task<Answer> HoldAsync(Clinic clinic, byte[] csv) =>
        clinic.SendAsync(HttpMethod.Post, "imports", Form(csv));

    private static MultipartFormDataContent Form(byte[] csv) => new()
    {
        { new StringContent("clinic"), "compartment" },
        { new StringContent("true"), "hold" },
        { new ByteArrayContent(csv), "file", "x.csv" },
    };

    private static string[] Uploads(Clinic clinic) =>
        Directory.GetFiles(clinic.Server.Folder, "record-*", SearchOption.AllDirectories);
}
