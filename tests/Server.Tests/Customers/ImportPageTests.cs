using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Customers;

/// <summary>Journey A1 as a browser without script goes it: four pages, and undoing.</summary>
public sealed partial class ImportPageTests
{
    private const string Csv = "Name;E-mail;Shoe size\nAda Example;ada@example.org;42\nGrace Sample;not-an-address;38\n"
        + "Pat Sample;pat@example.org;40\n";

    [Fact]
    public async Task A_file_goes_through_four_pages_and_can_be_undone()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer empty = await visit.GetAsync("/imports");
        Answer uploaded = await UploadAsync(visit, Encoding.UTF8.GetBytes(Csv));
        string path = uploaded.Headers["Location"].Replace("/columns", string.Empty, StringComparison.Ordinal);
        Answer columns = await visit.GetAsync(path + "/columns");
        Answer mapped = await visit.SubmitAsync(
            path + "/columns", null,
            [("delimiter", ";"), ("encoding", "utf-8"), ("column-0", "full-name"), ("column-1", "email"), ("column-2", "")]);
        Answer looked = await EndAsync(clinic, visit, path + "/check");
        Answer faults = await visit.GetAsync(path + "/faults.csv");
        Answer run = await visit.SubmitAsync(path + "/check", null);
        Answer done = await EndAsync(clinic, visit, path);
        Answer asked = await visit.GetAsync(path + "/undo");
        Answer undo = await visit.SubmitAsync(path + "/undo", null);
        Answer undone = await EndAsync(clinic, visit, path);
        Answer list = await visit.GetAsync("/imports");

        Assert.Contains("Nothing imported yet", empty.Body, StringComparison.Ordinal);
        Assert.Equal(303, uploaded.Status);
        Assert.Matches("""<option value="email" selected>E-mail""", columns.Body);
        Assert.Matches("""<tr class="unmapped">\s*<th scope="row" id="column-2-header">Shoe size""", columns.Body);
        Assert.Contains("aaa@aaaaaaa.aaa", columns.Body, StringComparison.Ordinal); // the form of a value, not the value
        Assert.Equal((303, path + "/check"), (mapped.Status, mapped.Headers["Location"]));
        Assert.Contains("Import 2 customers", looked.Body, StringComparison.Ordinal);
        Assert.Contains("A&#x2026; E&#x2026;", looked.Body, StringComparison.Ordinal);
        Assert.Contains("3,email,", faults.Body, StringComparison.Ordinal);
        Assert.StartsWith("attachment", faults.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal((303, path), (run.Status, run.Headers["Location"]));
        Assert.Contains("2 customers were registered.", done.Body, StringComparison.Ordinal);
        Assert.Contains("go into the trash", asked.Body, StringComparison.Ordinal);
        Assert.Equal(303, undo.Status);
        Assert.Contains("2 customers are in the trash.", undone.Body, StringComparison.Ordinal);
        Assert.Contains("Undone", list.Body, StringComparison.Ordinal);
        Assert.All(
            (Answer[])[columns, looked, done, undone, list],
            page => Assert.DoesNotMatch("Ada Example|Grace|Pat Sample|pat@example|not-an-address", page.Body));
    }

    [Fact]
    public async Task The_frame_asks_for_its_token_before_a_byte_of_the_file_and_for_a_file()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);

        Answer foreign = await visit.SendAsync(HttpMethod.Post, "/imports/new", Form([], Encoding.UTF8.GetBytes(Csv), "x.csv"));
        Answer none = await UploadAsync(visit, [], name: "");
        Answer broken = await visit.PostAsync("/imports/new", ("compartment", "clinic"));
        Answer elsewhere = await UploadAsync(visit, Encoding.UTF8.GetBytes(Csv), series: "nowhere");

        Assert.Equal((400, 422, 400, 404), (foreign.Status, none.Status, broken.Status, elsewhere.Status));
        Assert.Contains("Choose a file", none.Body, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(clinic.Server.Folder, "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_form_sent_twice_uploads_once()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer page = await visit.GetAsync("/imports/new");

        Answer first = await visit.SendAsync(
            HttpMethod.Post, "/imports/new", Form(PageVisit.HiddenOf(page), Encoding.UTF8.GetBytes(Csv), "x.csv"));
        Answer second = await visit.SendAsync(
            HttpMethod.Post, "/imports/new", Form(PageVisit.HiddenOf(page), Encoding.UTF8.GetBytes(Csv), "x.csv"));

        Assert.Equal((303, first.Headers["Location"]), (second.Status, second.Headers["Location"]));
        Assert.Single(Directory.GetFiles(clinic.Server.Folder, "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_so_and_can_be_read_in_another_way_or_destroyed()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        Answer uploaded = await UploadAsync(visit, Encoding.UTF8.GetBytes("name|email\nAda|ada@example.org\n"));
        string columns = uploaded.Headers["Location"];
        string discard = columns.Replace("columns", "discard", StringComparison.Ordinal);

        Answer again = await visit.SubmitAsync(
            columns, null, [("again", "yes"), ("delimiter", "|"), ("encoding", "windows-1252")]);
        Answer wrong = await visit.SubmitAsync(
            columns, null, [("again", "yes"), ("delimiter", ";"), ("encoding", "utf-8")]);
        Answer twice = await visit.SubmitAsync(
            columns, null,
            [("delimiter", "|"), ("encoding", "utf-8"), ("column-0", "email"), ("column-1", "email")]);
        Answer gone = await visit.SubmitAsync(discard, columns);
        Answer list = await visit.GetAsync(gone.Headers["Location"]);

        Assert.Equal(303, again.Status);
        Assert.Equal((422, 422), (wrong.Status, twice.Status));
        Assert.Contains("No column of the file has a place", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("Two columns go to the same place", twice.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/imports?done=discarded"), (gone.Status, gone.Headers["Location"]));
        Assert.Contains("The file was destroyed", list.Body, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(clinic.Server.Folder, "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_import_is_stopped_and_goes_on_and_a_left_page_shows_the_same_state()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        var visit = new PageVisit(clinic.Server, clinic.Token);
        string many = "name\n" + string.Concat(Enumerable.Range(0, 2500).Select(i => $"Pat Sample{i}\n"));
        string path = (await UploadAsync(visit, Encoding.UTF8.GetBytes(many))).Headers["Location"]
            .Replace("/columns", string.Empty, StringComparison.Ordinal);
        Answer started = await clinic.SendAsync(HttpMethod.Post, "/api/v1" + path + "/runs", new { });

        Answer running = await visit.GetAsync(path);
        Answer stop = await visit.SubmitAsync(path + "/stop", path);
        Answer stopped = await EndAsync(clinic, visit, path);
        Answer goOn = await visit.SubmitAsync(path + "/go-on", path);
        Answer done = await EndAsync(clinic, visit, path);

        Assert.Equal((202, 303, 303), (started.Status, stop.Status, goOn.Status));
        Assert.Contains("<progress", running.Body, StringComparison.Ordinal);
        Assert.Contains("""<noscript><meta http-equiv="refresh" content="5" /></noscript>""", running.Body, StringComparison.Ordinal);
        Assert.Contains("Stopped after", stopped.Body, StringComparison.Ordinal);
        Assert.Contains("2,500 customers were registered.", done.Body, StringComparison.Ordinal);
    }

    private static async Task<Answer> EndAsync(Clinic clinic, PageVisit visit, string path)
    {
        while (true)
        {
            Answer page = await visit.GetAsync(path);
            if (!page.Body.Contains("<progress", StringComparison.Ordinal))
            {
                return page;
            }

            await clinic.EndOfAsync(Events().Match(page.Body).Groups["job"].Value);
        }
    }

    private static async Task<Answer> UploadAsync(
        PageVisit visit, byte[] csv, string series = "clinic", string name = "x.csv")
    {
        Answer page = await visit.GetAsync("/imports/new");
        return await visit.SendAsync(
            HttpMethod.Post, "/imports/new", Form(PageVisit.HiddenOf(page), csv, name, series));
    }

    private static MultipartFormDataContent Form(
        IEnumerable<(string Name, string Value)> hidden, byte[] csv, string name, string series = "clinic")
    {
        var form = new MultipartFormDataContent();
        foreach ((string field, string value) in hidden)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new StringContent(series), "compartment");
        var file = new ByteArrayContent(csv);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "file",
            FileName = $"\"{name}\"",
        };
        form.Add(file);
        return form;
    }

    [GeneratedRegex("""data-job="/api/v1/jobs/(?<job>job-[0-9a-f]+)/events""")]
    private static partial Regex Events();
}
