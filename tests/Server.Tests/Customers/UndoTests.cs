using System.Text.Json;

namespace Strongroom.Server.Tests.Customers;

public class UndoTests
{
    private static readonly TimeSpan SevenDays = TimeSpan.FromDays(7);

    [Fact]
    public async Task Undoing_trashes_whom_the_import_made_over_all_compartments_and_keeps_whom_somebody_changed()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=120");
        string before = await clinic.RegisterAsync(new { email = "before@example.org" });
        string import = await ImportAsync(clinic, 260);
        string changed = await FindAsync(clinic, "pat7@example.org");
        await CorrectAsync(clinic, changed);

        Answer asked = await clinic.SendAsync(HttpMethod.Post, $"imports/{import}/undoings");
        string end = await clinic.EndOfAsync(asked.Text("id"));
        Answer undo = await clinic.SendAsync(HttpMethod.Get, $"jobs/{asked.Text("id")}");
        Answer state = await clinic.SendAsync(HttpMethod.Get, $"imports/{import}");

        Assert.Equal((202, "done"), (asked.Status, end));
        Assert.Equal((260, 260, 1), (Number(undo, "done"), Number(undo, "total"), Number(undo, "failed")));
        Assert.Equal("undone", state.Json.GetProperty("import").GetProperty("state").GetString());
        Assert.Equal(new[] { before, changed }.Order(), (await CodesAsync(clinic, trashed: false)).Order());
        Assert.Equal(259, (await CodesAsync(clinic, trashed: true)).Count);
    }

    [Fact]
    public async Task Each_customer_that_goes_has_an_entry_by_the_job_and_can_be_restored()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string import = await ImportAsync(clinic, 3);
        string code = await FindAsync(clinic, "pat1@example.org");

        string undo = await UndoAsync(clinic, import);
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?limit=200");
        Answer restored = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/restorations");
        string again = await UndoAsync(clinic, import);

        Assert.Equal(3, log.Json.GetProperty("items").EnumerateArray().Count(
            entry => entry.GetProperty("act").GetString() == "Trashed"
                && entry.GetProperty("actor").GetString() == undo));
        Assert.Equal((204, undo), (restored.Status, again)); // twice is once: what was restored since stays
        Assert.Equal([code], await CodesAsync(clinic, trashed: false));
    }

    [Theory]
    [InlineData(-1, 202)]
    [InlineData(0, 409)] // the last instant is already too late
    [InlineData(1, 409)]
    public async Task An_import_can_be_undone_for_seven_days_to_the_tick(int ticks, int status)
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string import = await ImportAsync(clinic, 1);
        DateTimeOffset ended = (await clinic.SendAsync(HttpMethod.Get, $"jobs/{import}"))
            .Json.GetProperty("changedAt").GetDateTimeOffset();
        clinic.Server.Time.SetUtcNow(ended + SevenDays - TimeSpan.FromMinutes(5));
        string token = await clinic.Server.LogInAsync(clinic.Owner);
        clinic.Server.Time.SetUtcNow(ended + SevenDays + TimeSpan.FromTicks(ticks));

        Answer answer = await clinic.Server.SendAsync(HttpMethod.Post, $"imports/{import}/undoings", null, token);

        Assert.Equal(status, answer.Status);
        if (status == 409)
        {
            Assert.Equal("import-undo-too-late", answer.Code);
        }
    }

    [Fact]
    public async Task What_was_not_run_is_not_undone_and_what_was_undone_does_not_go_on()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using MultipartFormDataContent form = Form(5, hold: true);
        string held = (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");
        Answer notRun = await clinic.SendAsync(HttpMethod.Post, $"imports/{held}/undoings");
        string import = await ImportAsync(clinic, 1500, stop: true);

        await UndoAsync(clinic, import);
        Answer retried = await clinic.SendAsync(HttpMethod.Post, $"jobs/{import}/retries");
        await clinic.EndOfAsync(import);
        Answer job = await clinic.SendAsync(HttpMethod.Get, $"jobs/{import}");

        Assert.Equal((409, "import-not-run"), (notRun.Status, notRun.Code));
        Assert.Equal((202, "failed", "import-undone"), (retried.Status, job.Text("state"), job.Text("outcome")));
        Assert.Empty(await CodesAsync(clinic, trashed: false));
    }

    [Fact]
    public async Task What_is_still_under_way_is_stopped_before_it_is_undone()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        using MultipartFormDataContent form = Form(3000, hold: false);
        string import = (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");

        Answer answer = await clinic.SendAsync(HttpMethod.Post, $"imports/{import}/undoings");

        Assert.Equal((409, "import-still-running"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Undoing_that_a_restart_breaks_off_goes_on_and_counts_everybody_once()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string import = await ImportAsync(clinic, 400);

        string undo = (await clinic.SendAsync(HttpMethod.Post, $"imports/{import}/undoings")).Text("id");
        while (Number(await clinic.SendAsync(HttpMethod.Get, $"jobs/{undo}"), "done") == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await clinic.RestartAsync();
        string end = await clinic.EndOfAsync(undo);
        Answer job = await clinic.SendAsync(HttpMethod.Get, $"jobs/{undo}");

        Assert.Equal("done", end);
        Assert.Equal((400, 400, 0), (Number(job, "done"), Number(job, "total"), Number(job, "failed")));
        Assert.Equal(400, (await CodesAsync(clinic, trashed: true)).Count);
    }

    [Fact]
    public async Task Undoing_waits_for_a_closed_compartment_and_goes_on_when_it_is_asked_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Compartments:Cap=10");
        string import = await ImportAsync(clinic, 15);
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic-2/closings");

        string undo = await UndoAsync(clinic, import);
        Answer failed = await clinic.SendAsync(HttpMethod.Get, $"jobs/{undo}");
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic-2/openings");
        string again = await UndoAsync(clinic, import);
        Answer done = await clinic.SendAsync(HttpMethod.Get, $"jobs/{undo}");

        Assert.Equal(("failed", "compartment-closed"), (failed.Text("state"), failed.Text("outcome")));
        Assert.Equal((undo, "done", 15), (again, done.Text("state"), Number(done, "done")));
    }

    private static async Task<string> ImportAsync(Clinic clinic, int rows, bool stop = false)
    {
        using MultipartFormDataContent form = Form(rows, hold: false);
        string id = (await clinic.SendAsync(HttpMethod.Post, "imports", form)).Text("id");
        if (stop)
        {
            await clinic.SendAsync(HttpMethod.Delete, $"jobs/{id}");
        }

        Assert.Equal(stop ? "stopped" : "done", await clinic.EndOfAsync(id));
        return id;
    }

    private static async Task<string> UndoAsync(Clinic clinic, string import)
    {
        Answer asked = await clinic.SendAsync(HttpMethod.Post, $"imports/{import}/undoings");
        Assert.Equal(202, asked.Status);
        await clinic.EndOfAsync(asked.Text("id"));
        return asked.Text("id");
    }

    private static MultipartFormDataContent Form(int rows, bool hold) => new()
    {
        { new StringContent("clinic"), "compartment" },
        { new StringContent(hold ? "true" : "false"), "hold" },
        {
            new StringContent("name,email\n" + string.Concat(
                Enumerable.Range(0, rows).Select(i => $"Pat Sample{i},pat{i}@example.org\n"))), "file", "x.csv"
        },
    };

    private static async Task<string> FindAsync(Clinic clinic, string email)
    {
        Answer found = await clinic.SendAsync(
            HttpMethod.Post, "customers/lookups", new { compartment = "clinic", fields = new { email } });
        return found.Json.GetProperty("items")[0].GetProperty("code").GetString()!;
    }

    private static async Task CorrectAsync(Clinic clinic, string code)
    {
        Answer seen = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}");
        Answer corrected = await clinic.Server.SendAsync(
            HttpMethod.Patch, $"customers/{code}", new { fields = new { note = "called" } }, clinic.Token,
            ("If-Match", seen.Headers["ETag"]));
        Assert.Equal(200, corrected.Status);
    }

    private static async Task<List<string>> CodesAsync(Clinic clinic, bool trashed)
    {
        var codes = new List<string>();
        string cursor = string.Empty;
        do
        {
            Answer page = await clinic.SendAsync(
                HttpMethod.Get, $"customers?limit=200&trashed={(trashed ? "true" : "false")}{cursor}");
            codes.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(
                item => item.GetProperty("code").GetString()!));
            cursor = page.Json.TryGetProperty("next", out JsonElement next) ? "&cursor=" + next.GetString() : string.Empty;
        }
        while (cursor.Length > 0);
        return codes;
    }

    private static int Number(Answer answer, string name) => answer.Json.GetProperty(name).GetInt32();
}
