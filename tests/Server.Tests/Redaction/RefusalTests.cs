using System.Net.Http;

namespace Strongroom.Server.Tests.Redaction;

public sealed class RefusalTests
{
    private const string Name = "Ottilie Quillfeather";

    [Theory]
    [InlineData("letter.docx")]
    [InlineData("letter")]
    [InlineData("letter.txt.exe")]
    public async Task A_format_that_is_not_taken_is_refused_with_the_ones_that_are(string fileName)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();

        Answer answer = await desk.SendInAsync("text", fileName, ("compartment", "clinic"));

        Assert.Equal((422, "document-refused"), (answer.Status, answer.Code));
        Assert.Contains("PDF, TXT or CSV", answer.Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("letter", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_or_no_form_is_refused_and_nothing_is_kept()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync("--Documents:MaxMegabytes=1");

        Answer large = await desk.SendInAsync(new string('a', (1024 * 1024) + 1), parts: [("compartment", "clinic")]);
        Answer none = await desk.SendAsync(HttpMethod.Post, "documents", new { file = "x" });
        Answer both = await desk.SendInAsync(
            "text", parts: [("compartment", "clinic"), ("customer", "7Q4M-2KTD-9RWX-JV")]);
        Answer neither = await desk.SendInAsync("text");
        Answer noCode = await desk.SendInAsync("text", parts: [("customer", "7Q4M-2KTD-9RWX-JW")]);

        Assert.Equal((413, "document-refused"), (large.Status, large.Code));
        Assert.Equal([400, 400, 400, 400], new[] { none.Status, both.Status, neither.Status, noCode.Status });
        Assert.Empty(
            Directory.GetFiles(Path.Combine(desk.Server.Folder, "data"), "record-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_document_of_a_series_that_is_not_yours_is_not_there()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\n", code);
        string copy = await desk.CopyAsync(document);
        Person person = await desk.Server.AddPersonAsync(await desk.StepUpAsync(), "grace@example.org", "case-handler");
        string token = await desk.Server.LogInAsync(person);
        string nowhere = "document-" + new string('0', 32);

        foreach (string id in new[] { document, nowhere })
        {
            foreach (string path in new[] { "", "/boxes", "/text", "/original", "/copies/" + copy })
            {
                Answer answer = await desk.Server.SendAsync(HttpMethod.Get, $"documents/{id}{path}", token: token);
                Assert.Equal((404, "not-found"), (answer.Status, answer.Code));
            }

            Answer filed = await desk.Server.SendAsync(HttpMethod.Post, "archive", new { document = id, copy }, token);
            Assert.Equal((404, "not-found"), (filed.Status, filed.Code));
        }

        Answer attic = await desk.SendInAsync("text", parts: [("compartment", "attic")]);
        Assert.Equal((404, "not-found"), (attic.Status, attic.Code));
    }

    [Fact]
    public async Task A_closed_compartment_keeps_its_paper_and_says_so_to_those_assigned()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name} at the harbour\n", code);
        string copy = await desk.CopyAsync(document);
        await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "compartments/clinic/closings")).Status);

        Answer shut = await desk.GetAsync($"archive/{document}/content");
        Answer searched = await desk.SendAsync(HttpMethod.Post, "archive/searches", new { words = "harbour" });
        await desk.SendAsync(HttpMethod.Post, "compartments/clinic/openings");
        Answer open = await desk.GetAsync($"archive/{document}/content");

        Assert.Equal((503, "compartment-closed"), (shut.Status, shut.Code));
        Assert.Equal("clinic", searched.Json.GetProperty("closed")[0].GetString());
        Assert.Equal($"{code} at the harbour\n", open.Body);
    }

    [Theory]
    [InlineData("/bin/false", "redactor-failed")]
    [InlineData("/bin/echo", "redactor-failed")] // talks nonsense
    [InlineData("/nowhere/redactor", "not-ready")]
    public async Task A_redactor_that_dies_gives_a_clear_state_and_a_retry_works(string program, string code)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string right = desk.Redactor.File;
        desk.Redactor.File = program;
        Answer accepted = await desk.SendInAsync($"{Name}\n", parts: [("compartment", "clinic")]);
        Assert.Equal(code, await desk.WaitAsync(accepted));
        string document = accepted.Text("document");
        Answer failed = await desk.GetAsync("documents/" + document);
        Answer early = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies", new { acceptAll = true });
        desk.Redactor.File = right;

        Answer again = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/readings");

        Assert.Equal("failed", failed.Text("state"));
        Assert.Equal(code, failed.Json.GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal((409, "document-unread"), (early.Status, early.Code));
        Assert.Equal("done", await desk.WaitAsync(again));
        Assert.Equal("ready", (await desk.GetAsync("documents/" + document)).Text("state"));
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, $"documents/{document}/readings")).Status);
    }

    [Fact]
    public async Task A_redactor_that_hangs_is_killed_when_its_time_is_up()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string right = desk.Redactor.File;
        string mark = Path.Combine(desk.Server.Folder, "started");
        desk.Redactor.File = await HangingProgramAsync(desk.Server.Folder, mark);
        Answer accepted = await desk.SendInAsync($"{Name}\n", parts: [("compartment", "clinic")]);
        while (!File.Exists(mark))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        desk.Server.Time.Advance(desk.Redactor.Limit);

        Assert.Equal("time-out", await desk.WaitAsync(accepted));
        desk.Redactor.File = right;
        Answer retried = await desk.SendAsync(HttpMethod.Post, $"jobs/{accepted.Text("job")}/retries");
        Assert.Equal(202, retried.Status);
        Assert.Equal("done", await desk.WaitAsync(accepted));
        Assert.Equal("ready", (await desk.GetAsync("documents/" + accepted.Text("document"))).Text("state"));
    }

    private static async Task<string> HangingProgramAsync(string folder, string mark)
    {
        string file = Path.Combine(folder, "hangs");
        await File.WriteAllTextAsync(
            file, $"#!/bin/sh\ntouch '{mark}'\nsleep 600\n", TestContext.Current.CancellationToken);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it is a shell script");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }
}
