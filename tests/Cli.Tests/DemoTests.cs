using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class DemoTests(RunningDemo demo, ITestOutputHelper output) : IClassFixture<RunningDemo>, IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("strongroom-test-").FullName;

    [Fact]
    public void Its_one_line_says_everything_that_a_program_needs()
    {
        output.WriteLine($"ready after {demo.ReadyAfter.TotalSeconds:0.0} s");

        Assert.StartsWith("https://localhost:", demo.Text("staffUrl"), StringComparison.Ordinal);
        Assert.EndsWith("/f/welcome", demo.Text("publicUrl"), StringComparison.Ordinal); // the demo asked for it: it is shown
        Assert.StartsWith("sr_sk_", demo.Text("apiKey"), StringComparison.Ordinal);
        Assert.Equal(
            ["owner", "security-officer", "case-handler", "records-clerk", "newcomer", "lapsed"],
            demo.Staff.Select(one => one!["role"]!.GetValue<string>()));
        Assert.Equal(200, demo.Customers.Select(one => one!["code"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(
            [("clinic", 100), ("accounts", 60), ("shop", 40)],
            demo.Customers.GroupBy(one => one!["compartment"]!.GetValue<string>()).Select(
                group => (group.Key, group.Count())));
    }

    [Fact]
    public void Only_this_account_can_enter_its_folder()
    {
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(demo.Folder));
        Assert.Equal(5, Directory.GetFiles(demo.Text("lettersPath")).Length);
    }

    [Fact]
    public async Task Its_three_curl_lines_work_when_pasted()
    {
        string[] lines = [.. ((JsonArray)demo.Card["curl"]!).Select(line => line!.GetValue<string>())];
        var answers = new List<JsonObject>();
        foreach (string line in lines)
        {
            using Process shell = Process.Start(
                new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            answers.Add((JsonObject)JsonNode.Parse(await shell.StandardOutput.ReadToEndAsync(Stop))!);
            await shell.WaitForExitAsync(Stop);
        }

        Assert.Equal(3, answers.Count);
        Assert.Equal("clinic", answers[0]["compartment"]!.GetValue<string>());
        Assert.Single((JsonArray)answers[1]["items"]!);
        Assert.Equal(
            ["full-name", "email"], ((JsonObject)answers[2]["values"]!).Select(value => value.Key).Order().Reverse());
    }

    [Theory]
    [InlineData("newcomer", "agreement-required")]
    [InlineData("lapsed", "screening-required")]
    public async Task Who_may_not_yet_or_no_longer_see_customers_hears_why(string role, string code)
    {
        Strongroom program = await demo.SignInAsync(role, _folder);

        Strongroom.Result result = await program.RunAsync("", "customer", "list");

        Assert.Equal(3, result.Code);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_kept_where_only_its_owner_can_read_it_and_every_end_has_its_code()
    {
        Strongroom handler = await demo.SignInAsync("case-handler", _folder);
        Assert.Equal(Mine, File.GetUnixFileMode(Path.Combine(_folder, "strongroom", "session.json")));
        string code = demo.Code("clinic");

        Assert.Equal(0, await CodeAsync(handler, "customer", "show", code));
        Assert.Equal(
            0, await CodeAsync(handler, "customer", "reveal", code, "--reveal", "email", "--purpose", "support"));
        Assert.Equal(2, await CodeAsync(handler, "customer", "reveal", code, "--reveal", "email"));
        Assert.Equal(
            4, await CodeAsync(handler, "customer", "reveal", code, "--reveal", "us-ssn", "--purpose", "support"));
        Assert.Equal(3, await CodeAsync(handler, "compartment", "close", "clinic", "--yes"));
        Assert.Equal(6, await CodeAsync(handler, "customer", "show", demo.Code("shop")));
        Assert.Equal(2, await CodeAsync(handler, "customer", "trash", code));
        Assert.Equal(0, await CodeAsync(handler, "customer", "trash", code, "--dry-run"));
        Assert.Equal(0, await CodeAsync(handler, "sign-out"));
        Assert.Equal(3, await CodeAsync(handler, "customer", "show", code));
        Assert.False(File.Exists(Path.Combine(_folder, "strongroom", "session.json")));
    }

    [Fact]
    public async Task A_key_creates_finds_and_reveals_and_prints_one_object()
    {
        Strongroom program = demo.WithState(_folder, demo.Text("apiKey"));
        const string fields = """{"full-name":"Uma Example","email":"uma@example.org"}""";

        Strongroom.Result created =
            await program.RunAsync(fields, "customer", "create", "--compartment", "clinic", "--json");
        string code = JsonNode.Parse(created.Output)!["code"]!.GetValue<string>();
        Strongroom.Result found = await program.RunAsync("""{"email":"uma@example.org"}""", "customer", "find", "--quiet");
        Strongroom.Result masked = await program.RunAsync("", "customer", "show", code);
        Strongroom.Result revealed = await program.RunAsync(
            "", "customer", "reveal", code, "--reveal", "email", "--purpose", "support", "--json");
        Strongroom.Result refused =
            await program.RunAsync("", "customer", "reveal", code, "--reveal", "phone", "--purpose", "support");

        Assert.Equal(code + "\n", found.Output);
        Assert.DoesNotContain("Uma", masked.Output + found.Output, StringComparison.Ordinal);
        Assert.Equal("uma@example.org", JsonNode.Parse(revealed.Output)!["values"]!["email"]!.GetValue<string>());
        Assert.Equal((3, string.Empty), (refused.Code, refused.Output));
    }

    [Fact]
    public async Task A_recipient_is_made_given_a_list_and_written_back_about_and_every_end_has_its_code()
    {
        Strongroom owner = await demo.SignInAsync("owner", _folder);
        Strongroom program = demo.WithState(_folder, demo.Text("apiKey"));
        string file = Path.Combine(_folder, "list.csv");

        Strongroom.Result made = await owner.RunAsync(
            "", "recipient", "create", "Example Laboratory", "--purpose", "support", "--until", "2099-01-01", "--json");
        Strongroom.Result here = await owner.RunAsync(
            "", "recipient", "create", "Example Laboratory", "--purpose", "support", "--quiet");
        string id = here.Output.Trim();
        Strongroom.Result listed = await owner.RunAsync("", "recipient", "list", "--json");
        Strongroom.Result exported = await program.RunAsync(
            "", "recipient", "export", id, "--compartment", "clinic", "--field", "email", "--out", file, "--json");
        string[] rows = await File.ReadAllLinesAsync(file, Stop);
        string recipientCode = rows[1].Split('"')[1];
        Strongroom.Result found = await program.RunAsync("", "recipient", "resolve", id, recipientCode, "--quiet");

        Assert.Equal((2, 0), (made.Code, here.Code)); // ten years at the most
        Assert.Single((JsonArray)JsonNode.Parse(listed.Output)!["items"]!);
        Assert.Equal((0, "done"), (exported.Code, JsonNode.Parse(exported.Output)!["state"]!.GetValue<string>()));
        Assert.Equal("\"recipient-code\",\"email\"", rows[0]);
        Assert.Contains(
            found.Output.Trim(), demo.Customers.Select(one => one!["code"]!.GetValue<string>()));
        Assert.Equal(6, await CodeAsync(program, "recipient", "resolve", id, "R-7Q4M-2KTD-9RWX-KS"));
        Assert.Equal(2, await CodeAsync(program, "recipient", "resolve", id, "R-7Q4M-2KTD-9RWX-KT"));
        Assert.Equal(3, await CodeAsync(program, "recipient", "create", "Other", "--purpose", "support"));
        Assert.Equal(3, await CodeAsync(owner, "recipient", "resolve", id, recipientCode));
        Assert.Equal(4, await CodeAsync(owner, "recipient", "revoke", id, "--yes"));
    }

    [Fact]
    public async Task A_log_is_verified_without_a_server_and_a_changed_one_gives_five()
    {
        string copy = Path.Combine(_folder, "audit");
        using (var cp = Process.Start("cp", ["-r", Path.Combine(demo.Text("dataPath"), "audit"), copy]))
        {
            await cp.WaitForExitAsync(Stop);
        }

        Strongroom.Result whole = await new Strongroom().RunAsync("", "log", "verify", copy, "--json");
        string journal = Path.Combine(copy, "journal");
        byte[] bytes = await File.ReadAllBytesAsync(journal, Stop);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(journal, bytes, Stop);
        Strongroom.Result changed = await new Strongroom().RunAsync("", "log", "verify", copy);

        Assert.Equal(0, whole.Code);
        Assert.True(JsonNode.Parse(whole.Output)!["entries"]!.GetValue<long>() > 200);
        Assert.Equal(5, changed.Code);
        Assert.Contains("NOT whole", changed.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<int> CodeAsync(Strongroom program, params string[] arguments) =>
        (await program.RunAsync("", arguments)).Code;
}
