using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Redaction;

public sealed class PdfTests
{
    private const string Name = "Ottilie Quillfeather";
    private const string Number = "536-22-8726";
    private const string Scribble = "3 w 100 300 m 150 380 200 220 260 300 c 300 340 320 260 360 310 c S";

    [Fact]
    public async Task A_pdf_goes_from_the_desk_into_the_archive_and_none_of_its_values_with_it()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name), ("us-ssn", Number));
        var letter = SmallPdf.Letter(
            $"Dear {Name},", $"your social security number {Number} is in our books.", "We wrote to Ottilie Quill-",
            "feather at the harbour office before.");

        string document = await desk.ReadInAsync(letter, code);
        IReadOnlyList<JsonElement> boxes = await desk.BoxesAsync(document);
        await desk.DecideAsync(document, new { decision = "accept", all = true });
        Answer accepted = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies");
        Assert.Equal("done", await desk.WaitAsync(accepted));
        string copy = accepted.Text("copy");
        Answer filed = await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });

        Assert.Equal(
            ["page 1, line 1", "page 1, line 2", "page 1, line 3"], boxes.Select(box => Text(box, "place")));
        Assert.Equal([1, 1, 2], boxes.Select(box => box.GetProperty("areas").GetArrayLength()));
        Assert.All(boxes, box => Assert.Equal((1, code), (box.GetProperty("page").GetInt32(), Text(box, "label"))));
        Assert.True(filed.Status == 201, filed.Body);
        Assert.Equal("pdf", filed.Text("format"));
        byte[] content = await desk.DownloadAsync($"archive/{document}/content");
        Assert.Equal(content, await desk.DownloadAsync($"documents/{document}/copies/{copy}"));
        string read = await PdfText.ReadAsync(content) + await PdfText.UnpackAsync(content);
        Assert.Contains(code, read, StringComparison.Ordinal);
        Assert.Contains("harbour", read, StringComparison.Ordinal);
        string[] values = ["Ottilie", "Quill", "feather", Number, "536228726"];
        Assert.All(values, value => Assert.DoesNotContain(value, read, StringComparison.OrdinalIgnoreCase));
        Assert.True((await desk.GetAsync($"archive/{document}/proof")).Json.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task A_filed_pdf_is_found_by_code_kind_time_and_words()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(
            SmallPdf.Letter($"{Name} came to the light-", "house on Monday."), code, "report");
        string copy = await desk.CopyAsync(document);
        await desk.SendAsync(HttpMethod.Post, "archive", new { document, copy });
        DateTimeOffset now = desk.Server.Time.GetUtcNow();

        object[] hits =
        [
            new { code }, new { kind = "report" }, new { words = "lighthouse monday" },
            new { from = now.AddMinutes(-10), to = now.AddMinutes(10), code },
        ];
        object[] misses =
        [
            new { kind = "letter" }, new { words = "quillfeather" }, new { code, to = now.AddDays(-1) },
        ];

        foreach (object terms in hits)
        {
            Assert.Equal([document], await FoundAsync(desk, terms));
        }

        foreach (object terms in misses)
        {
            Assert.Empty(await FoundAsync(desk, terms));
        }
    }

    [Fact]
    public async Task Ink_that_nothing_reads_is_a_box_and_blocks_the_copy_until_somebody_looks_at_it()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        string document = await desk.ReadInAsync(SmallPdf.Letter("Yours sincerely").Draw(Scribble), code);
        JsonElement box = Assert.Single(await desk.BoxesAsync(document));

        Answer early = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies");
        await desk.DecideAsync(document, new { decision = "reject", box = 0 });
        Answer kept = await desk.SendAsync(HttpMethod.Post, $"documents/{document}/copies");

        Assert.Equal(("unread", "page 1"), (Text(box, "kind"), Text(box, "place")));
        Assert.True(box.GetProperty("area").GetProperty("left").GetInt32() is > 1800 and < 2100);
        Assert.Equal(box.GetProperty("start").GetInt32(), box.GetProperty("end").GetInt32());
        Assert.Equal((422, "findings-undecided"), (early.Status, early.Code));
        Assert.Equal("done", await desk.WaitAsync(kept));
        await desk.DecideAsync(document, new { decision = "accept", box = 0 });
        await desk.CopyAsync(document);
    }

    [Theory]
    [InlineData("document-encrypted")]
    [InlineData("document-malformed")]
    [InlineData("format-unknown")]
    [InlineData("pages-too-many")]
    [InlineData("page-too-large")]
    public async Task A_pdf_that_cannot_be_taken_is_refused_and_the_server_answers_on(string problem)
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync("--Documents:MaxPages=1");
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));

        Answer accepted = await desk.SendInAsync(Bad(problem), "bad.pdf", ("customer", code));
        string outcome = await desk.WaitAsync(accepted);

        Answer document = await desk.GetAsync("documents/" + accepted.Text("document"));
        Assert.Equal((problem, "failed"), (outcome, document.Text("state")));
        Assert.Equal(problem, Text(document.Json.GetProperty("problem"), "code"));
        Assert.EndsWith(".pdf", document.Text("fileName"), StringComparison.Ordinal);
        await desk.ReadInAsync(SmallPdf.Letter($"Dear {Name}"), code);
    }

    [Fact]
    public async Task A_script_and_an_attachment_do_not_come_through()
    {
        await using PaperDesk desk = await PaperDesk.OpenAsync();
        string code = await desk.AddCustomerAsync("clinic", ("full-name", Name));
        var letter = new SmallPdf
        {
            Catalog = "/OpenAction @0 /Names << /EmbeddedFiles << /Names [(secret.txt) @1] >> >>",
            Trailer = "/Info @3",
        };
        letter.Page($"Dear {Name},").With("<< /S /JavaScript /JS (app.alert\\('marmalade'\\)) >>")
            .With("<< /Type /Filespec /F (secret.txt) /EF << /F @2 >> >>")
            .With(SmallPdf.Stream("marmalade and Ottilie", "/Type /EmbeddedFile"))
            .With("<< /Title (marmalade for Ottilie) /Author (marmalade) >>");

        string document = await desk.ReadInAsync(letter, code);
        string copy = await desk.CopyAsync(document);

        string unpacked = await PdfText.UnpackAsync(await desk.DownloadAsync($"documents/{document}/copies/{copy}"));
        string[] gone = ["marmalade", "Ottilie", "JavaScript", "EmbeddedFile", "secret.txt", "OpenAction", "Author"];
        Assert.All(gone, word => Assert.DoesNotContain(word, unpacked, StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] Bad(string problem)
    {
        byte[] whole = SmallPdf.Letter(Name).Write();
        string zeros = new('0', 64);
        return problem switch
        {
            "document-encrypted" => new SmallPdf
            {
                Trailer = $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >> /ID [<00> <00>]",
            }.Page(Name).Write(),
            "document-malformed" => whole[..60],
            "format-unknown" => "This is no PDF at all."u8.ToArray(),
            "pages-too-many" => SmallPdf.Letter(Name).Page(Name).Write(),
            _ => System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(whole)
                .Replace("[0 0 612 792]", "[0 0 99999 9]", StringComparison.Ordinal)),
        };
    }

    private static async Task<IEnumerable<string?>> FoundAsync(PaperDesk desk, object terms)
    {
        Answer answer = await desk.SendAsync(HttpMethod.Post, "archive/searches", terms);
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json.GetProperty("items").EnumerateArray().Select(item => Text(item, "document"));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
