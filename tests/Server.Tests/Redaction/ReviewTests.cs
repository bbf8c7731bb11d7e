using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class ReviewTests
{
    private const string Name = "Ottilie Quillfeather";

    [Fact]
    public async Task While_a_box_is_undecided_no_copy_is_made()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\none@example.org\ntwo@example.org\n", code);
        await desk.DecideAsync(document, new { decision = "accept", kind = "customer" });

        Answer early = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies");
        Answer decided = await desk.DecideAsync(
            document, new { decision = "accept", box = 1 }, new { decision = "reject", box = 2 });
        Answer accepted = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies");

        Assert.Equal((422, "findings-undecided"), (early.Status, early.Code));
        Assert.Equal("2 left to decide.", early.Json.GetProperty("errors").GetProperty("boxes")[0].GetString());
        Assert.Equal(200, decided.Status);
        Assert.Equal("done", await desk.WaitAsync(accepted));
        Answer copy = await desk.GetAsync($"documents/{document}/copies/{accepted.Text("copy")}");
        Assert.Equal($"{code}\n[email]\ntwo@example.org\n", copy.Body);
    }

    [Fact]
    public async Task A_drawn_range_is_blacked_out_wherever_the_same_text_stands()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync("The Larkspur file. See larkspur, not larkspurs.\n", code);

        Answer decided = await desk.DecideAsync(
            document,
            new
            {
                decision = "accept",
                add = new { segment = 0, start = 4, end = 12, kind = "person-name" },
                everywhere = true,
            });

        Assert.True(decided.Status == 200, decided.Body);
        string copy = await desk.CopyAsync(document);
        Answer content = await desk.GetAsync($"documents/{document}/copies/{copy}");
        Assert.Equal("The [name] file. See [name], not larkspurs.\n", content.Body);
    }

    [Fact]
    public async Task A_decision_on_an_older_version_is_refused()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\n", code);
        Answer seen = await desk.GetAsync($"documents/{document}/boxes");
        var body = new { decisions = new[] { new { decision = "accept", all = true } } };
        await desk.DecideAsync(document, new { decision = "reject", all = true });

        Answer late = await desk.SendAsync(
            HttpMethod.Patch, $"documents/{document}/boxes", body, ("If-Match", seen.Headers["ETag"]));
        Answer blind = await desk.SendAsync(HttpMethod.Patch, $"documents/{document}/boxes", body);

        Assert.Equal(412, late.Status);
        Assert.Equal(428, blind.Status);
    }

    [Theory]
    [InlineData("""{"decision":"accept","box":9}""")]
    [InlineData("""{"decision":"accept","box":-1}""")]
    [InlineData("""{"decision":"perhaps","all":true}""")]
    [InlineData("""{"decision":"accept"}""")]
    [InlineData("""{"decision":"accept","all":true,"kind":"email"}""")]
    [InlineData("""{"decision":"accept","add":{"segment":0,"start":5,"end":5,"kind":"note"}}""")]
    [InlineData("""{"decision":"accept","add":{"segment":1,"start":0,"end":1,"kind":"note"}}""")]
    [InlineData("""{"decision":"accept","add":{"segment":0,"start":0,"end":1,"kind":"Not A Kind"}}""")]
    public async Task A_decision_that_does_not_fit_is_refused(string decision)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync($"{Name}\n", code);

        Answer answer = await desk.DecideAsync(document, JsonSerializer.Deserialize<JsonElement>(decision));

        Assert.Equal((400, "validation"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_copy_whose_proof_fails_is_kept_back_and_put_on_record()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string hidden = Convert.ToBase64String(Encoding.UTF8.GetBytes("write to post@example.org soon"));
        string document = await desk.ReadInAsync($"{Name}\npost@example.org\n{hidden}\n", code);
        Answer accepted = await desk.SendAsync(
            HttpMethod.Post, $"documents/{document}/copies", new { acceptAll = true });

        string outcome = await desk.WaitAsync(accepted);

        string copy = accepted.Text("copy");
        Assert.Equal("proof-failed", outcome);
        JsonElement card = (await desk.GetAsync("documents/" + document)).Json.GetProperty("copies")[0];
        Assert.Equal("kept-back", card.GetProperty("state").GetString());
        Assert.Equal("proof-failed", card.GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(422, (await desk.GetAsync($"documents/{document}/copies/{copy}")).Status);
        Answer filed = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        Assert.Equal((422, "copy-unproved"), (filed.Status, filed.Code));
        Assert.Contains(await desk.EntriesAsync(), entry =>
            entry.GetProperty("act").GetString() == "RedactionFailed"
                && entry.GetProperty("result").GetString() == "Failed");
        Assert.DoesNotContain(
            await desk.EntriesAsync(), entry => entry.GetProperty("act").GetString() == "DocumentRedacted");
    }
}
