using System.CommandLine;

namespace Strongroom.Cli.Tests;

public sealed class CommandTreeTests
{
    [Fact]
    public void The_whole_tree_is_what_was_approved()
    {
        string approvedFile =
            Path.Combine(Root(AppContext.BaseDirectory), "tests", "Cli.Tests", "Approved", "commands.approved.txt");
        string received = string.Join("\n\n", Commands().Select(Describe)) + "\n";

        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : string.Empty;

        if (received != approved)
        {
            string file =
                Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "received", "commands.approved.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, received);
        }

        Assert.Equal(approved, received);
    }

    [Fact]
    public void Every_verb_has_an_example_that_parses()
    {
        foreach ((string path, Command command) in Commands().Where(one => one.Command.Action is not null))
        {
            Verb verb = Assert.IsType<Verb>(command);
            Assert.Contains(path, verb.Example, StringComparison.Ordinal);
            string words =
                verb.Example[verb.Example.IndexOf("strongroom", StringComparison.Ordinal)..]["strongroom".Length..];
            ParseResult parsed = Cli.Commands.Tree().Parse(words);
            Assert.True(
                parsed.Errors.Count == 0, $"{path}: {string.Join("; ", parsed.Errors.Select(error => error.Message))}");
            Assert.Equal(verb.Name, parsed.CommandResult.Command.Name);
        }
    }

    [Fact]
    public async Task Help_shows_the_example()
    {
        Strongroom.Result help = await new Strongroom().RunAsync("", "customer", "reveal", "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains("Example:\n  strongroom customer reveal ", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("customer", "lisst")]
    [InlineData("customer", "show")]
    [InlineData("customer", "show", "Ada Example")]
    [InlineData("customer", "list", "--bogus")]
    [InlineData("screening", "record", "grace@example.org", "--until", "someday")]
    [InlineData("demo", "--port-base", "70000")]
    [InlineData("log", "verify", ".", "--key", "nonsense")]
    public async Task Wrong_use_is_two_and_does_not_repeat_names(params string[] arguments)
    {
        Strongroom.Result result = await new Strongroom().RunAsync("", arguments);

        Assert.Equal(2, result.Code);
        Assert.Equal(string.Empty, result.Output);
        Assert.StartsWith("strongroom: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_said_in_both_ways()
    {
        Strongroom.Result verb = await new Strongroom().RunAsync("", "version");
        Strongroom.Result option = await new Strongroom().RunAsync("", "--version");

        Assert.Equal((0, verb.Output), (option.Code, option.Output));
        Assert.StartsWith("strongroom 0.", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_needs_no_server()
    {
        Strongroom.Result result = await new Strongroom().RunAsync("", "doctor", "--json");

        Assert.Equal(0, result.Code);
        Assert.Contains("\"name\":\"server program\",\"state\":\"good\"", result.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, Command Command)> Commands() => Under("strongroom", Cli.Commands.Tree());

    private static IEnumerable<(string Path, Command Command)> Under(string path, Command command) =>
        command.Subcommands.SelectMany(one => Under($"{path} {one.Name}", one).Prepend(($"{path} {one.Name}", one)));

    private static string Describe((string Path, Command Command) one)
    {
        IEnumerable<string> arguments =
            one.Command.Arguments.Select(argument => $"  {argument.Name}: {argument.Description}");
        IEnumerable<string> options = one.Command.Options.Where(option => !ServerOptions.All.Contains(option))
            .Select(option =>
                $"  {string.Join(' ', option.Aliases.Prepend(option.Name))}{(option.Required ? " (required)" : "")}: "
                + option.Description);
        IEnumerable<string> common = one.Command.Options.Contains(ServerOptions.Server)
            ? ["  and the options of all that talk to a server"] : [];
        IEnumerable<string> example = one.Command is Verb verb ? ["  example: " + verb.Example] : [];
        return string.Join(
            '\n', [$"{one.Path}: {one.Command.Description}", .. arguments, .. options, .. common, .. example]);
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Strongroom.slnx")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
