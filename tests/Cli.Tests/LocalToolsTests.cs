using System.Diagnostics;
using System.Text.Json;

namespace Strongroom.Cli.Tests;

public sealed class LocalToolsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strongroom-test-").FullName;

    [Fact]
    public async Task Redact_writes_a_proved_copy_with_codes_in_place_of_names()
    {
        string letter = Write(
            "letter.txt", "Dear Ada Example, your SSN is 123-45-6789. Mrs. Example's card: 4111 1111 1111 1111\n");
        string register = Write("names.csv", "code,kind,value\n7Q4M-2KTD-9RWX-JV,full-name,\"Example, Ada\"\n");
        string copy = Path.Combine(_folder, "copy.txt");

        (int code, string output) = await RunAsync("", "redact", letter, "-o", copy, "--register", register, "--json");

        Assert.Equal(0, code);
        Assert.Equal(
            "Dear 7Q4M-2KTD-9RWX-JV, your SSN is [ssn]. Mrs. 7Q4M-2KTD-9RWX-JV's card: [card]\n",
            await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken));
        using var proof = JsonDocument.Parse(output);
        Assert.True(proof.RootElement.GetProperty("holds").GetBoolean());
        Assert.DoesNotContain("Example", output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("", "find", copy, "--fail-on-found")).Code);
    }

    [Theory]
    [InlineData("same.txt", "same.txt", "text", 2)]
    [InlineData("a.pdf", "out.pdf", "%PDF-1.7", 8)]
    [InlineData("a.csv", "out.csv", "a,\"open", 8)]
    [InlineData("a.txt", "out.txt", "a\0b", 8)]
    public async Task A_refused_document_leaves_no_copy(string input, string output, string text, int expected)
    {
        string path = Write(input, text);

        (int code, _) = await RunAsync("", "redact", path, "-o", Path.Combine(_folder, output));

        Assert.Equal(expected, code);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("kind,code,value\n")]
    [InlineData("code,kind,value\n7Q4M-2KTD-9RWX-JX,full-name,Ada Example\n")]
    [InlineData("code,kind,value\n7Q4M-2KTD-9RWX-JV,shoe-size,Ada Example\n")]
    public async Task A_register_with_faults_is_wrong_use_and_not_quoted(string register)
    {
        string letter = Write("letter.txt", "Ada Example");

        (int code, string output) = await RunAsync(
            "", "redact", letter, "-o", Path.Combine(_folder, "out.txt"), "--register", Write("names.csv", register));

        Assert.Equal(2, code);
        Assert.DoesNotContain("Ada", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "out.txt")));
    }

    [Fact]
    public async Task Find_answers_each_line_in_order()
    {
        (int code, string output) = await RunAsync(
            "{\"id\":1,\"text\":\"é ssn 123456789\"}\n{\"id\":\"b\",\"text\":\"nothing\"}\n", "find", "--jsonl",
            "--fail-on-found");

        Assert.Equal(9, code);
        Assert.Equal(
            [
                "{\"id\":1,\"findings\":[{\"kind\":\"us-ssn\",\"start\":6,\"end\":15,\"likelihood\":4,\"recognizer\":\"us-ssn\","
                    + "\"reason\":\"rules of issue, word beside it\"}]}",
                "{\"id\":\"b\",\"findings\":[]}",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"text\":5}")]
    [InlineData("{\"id\":1,\"text\":\"\\ud800\"}")]
    [InlineData("[]")]
    public async Task A_malformed_line_is_answered_as_such(string line)
    {
        (int code, string output) = await RunAsync(line + "\n", "find", "--jsonl");

        Assert.Equal((1, "{\"id\":null,\"findings\":[],\"error\":\"line-malformed\"}\n"), (code, output));
    }

    [Fact]
    public async Task Find_prints_places_and_no_values()
    {
        (int code, string output) = await RunAsync("first\nmail ada@example.org\n", "find");

        Assert.Equal((0, "-: line 2: email (5 of 5: address with a domain)\n"), (code, output));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Strongroom.Cli"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode is 0 or 1 or 9 ? output : output + await error);
    }
}
