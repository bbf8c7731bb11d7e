using System.Text.Json;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Cli.Tests;

public sealed class PaperTests(RunningDemo demo) : IClassFixture<RunningDemo>, IDisposable
{
    private const string Code = "7Q4M-2KTD-9RWX-JV";
    private const string Scribble = "3 w 100 300 m 150 380 200 220 260 300 c 300 340 320 260 360 310 c S";

    private readonly string _folder = Directory.CreateTempSubdirectory("strongroom-test-").FullName;

    [Fact]
    public async Task A_pdf_is_redacted_with_codes_for_names_that_a_line_end_breaks()
    {
        string letter = Write("letter.pdf", SmallPdf.Letter(
            "Dear Ada Example,", "your SSN is 536-22-8726. Ask for Ada", "Example or Mrs. Ex-", "ample.")
            .Draw(Scribble));
        string copy = Path.Combine(_folder, "copy.pdf");

        Strongroom.Result found = await RunAsync("find", letter);
        Strongroom.Result redacted = await RunAsync("redact", letter, "-o", copy, "--register", Register());
        Strongroom.Result again = await RunAsync("find", copy, "--json");

        Assert.Equal(0, redacted.Code);
        Assert.Contains("page 1, line 2: us-ssn", found.Output, StringComparison.Ordinal);
        Assert.Contains("page 1: unread", found.Output, StringComparison.Ordinal);
        Assert.Contains("nothing reads them", redacted.Output, StringComparison.Ordinal);
        Assert.Contains("proved: 0 of ", redacted.Output, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(copy, Stop), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(again.Output);
        Assert.DoesNotContain(
            json.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("kind").GetString() != "unread");
        string[] words = ["Example", "ample", "536"];
        string printed = redacted.Output + again.Output;
        Assert.All(words, word => Assert.DoesNotContain(word, printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_folder_each_document_is_redacted_or_refused_and_its_name_tells_nobody()
    {
        string from = Path.Combine(_folder, "in");
        Directory.CreateDirectory(Path.Combine(from, "deep"));
        Write("in/Ada Example.pdf", SmallPdf.Letter("Dear Ada Example,"));
        Write("in/deep/note.txt", "Ada Example was here\n");
        Write("in/empty.pdf", string.Empty);
        Write("in/picture.png", "no document");
        string hidden = Convert.ToBase64String("write to post@example.org soon"u8);
        Write("in/hidden.txt", $"post@example.org\n{hidden}\n");
        string to = Path.Combine(_folder, "out");

        Strongroom.Result result = await RunAsync("redact", from, "-o", to, "--register", Register(), "--json");

        Assert.Equal(5, result.Code);
        Assert.Equal(
            [$"{Code}.pdf", "deep/note.txt"],
            Directory.GetFiles(to, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(to, file)).Order());
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal((2, 3), (Number(json, "redacted"), Number(json, "refused")));
        Assert.Equal(
            ["empty.pdf format-unknown", "hidden.txt proof-failed", "picture.png format-unknown"],
            json.RootElement.GetProperty("files").EnumerateArray()
                .Where(file => file.TryGetProperty("refused", out _))
                .Select(file => $"{file.GetProperty("file")} {file.GetProperty("refused")}").Order());
        Assert.Equal(2, (await RunAsync("redact", from, "-o", to)).Code); // it is not empty any more
        Assert.Equal(2, (await RunAsync("redact", from, "-o", Path.Combine(from, "out"))).Code);
    }

    [Fact]
    public async Task A_pdf_goes_through_the_server_with_five_commands()
    {
        Strongroom clerk = await demo.SignInAsync("case-handler", Path.Combine(_folder, "state"));
        string letter = Write("letter.pdf", SmallPdf.Letter("Mail ada@example.org at the harbour"));
        string copy = Path.Combine(_folder, "filed.pdf");

        string id = await IdAsync(
            clerk, "document", "add", letter, "--customer", demo.Code("clinic"), "--kind", "harbour-letter", "--quiet");
        Strongroom.Result boxes = await clerk.RunAsync("", "document", "review", id, "--accept", "all");
        Strongroom.Result back = await clerk.RunAsync("", "document", "review", id, "--undecide", "0");
        Strongroom.Result early = await clerk.RunAsync("", "document", "apply", id);
        Strongroom.Result applied = await clerk.RunAsync("", "document", "apply", id, "--accept-all");
        Strongroom.Result filed = await clerk.RunAsync("", "archive", "file", id);
        Strongroom.Result found = await clerk.RunAsync(
            "", "archive", "find", "--kind", "harbour-letter", "--words", "harbour", "--from", "2020-01-01", "--quiet");
        Strongroom.Result shown = await clerk.RunAsync("", "archive", "show", id, "--out", copy);

        Assert.Contains("page 1, line 1", boxes.Output, StringComparison.Ordinal);
        Assert.Contains("undecided", back.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, early.Code);
        Assert.Equal([0, 0, 0, 0], [applied.Code, filed.Code, found.Code, shown.Code]);
        Assert.Equal(id + "\n", found.Output);
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(copy, Stop), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    private static Task<Strongroom.Result> RunAsync(params string[] arguments) =>
        new Strongroom().RunAsync(string.Empty, arguments);

    private static async Task<string> IdAsync(Strongroom program, params string[] arguments)
    {
        Strongroom.Result result = await program.RunAsync(string.Empty, arguments);
        Assert.True(result.Code == 0, result.Error);
        return result.Output.Trim();
    }

    private string Register() => Write("names.csv", $"code,kind,value\n{Code},full-name,Ada Example\n");

    private string Write(string name, SmallPdf pdf)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, pdf.Write());
        return path;
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
