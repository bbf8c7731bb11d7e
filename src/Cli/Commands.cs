using System.CommandLine;
using System.CommandLine.Help;

namespace Strongroom.Cli;

/// <summary>The whole tree of nouns and verbs.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        ParseResult parsed = Tree().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
        {
            // The parser's sentences repeat what was typed, which may be a secret in the wrong place; unknown words are named all the same.
            return Outcome.Say(ExitCodes.Usage, Sentence(parsed), $"{Path(parsed.CommandResult.Command, parsed)} --help");
        }

        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(invocation, cancellation);
    }

    public static RootCommand Tree()
    {
        var root = new RootCommand("Strongroom keeps customers' confidences.")
        {
            Serving.Serve.Declare(),
            Setup.ClaimServer.Declare(),
            Demo.RunDemo.Declare(),
            Serving.ShowVersion.Declare(),
        };

        foreach (Option option in root.Options.OfType<VersionOption>().ToList())
        {
            root.Options.Remove(option);
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    private static Command Noun(string name, string description, params IReadOnlyList<Command> verbs)
    {
        var noun = new Command(name, description);
        foreach (Command verb in verbs)
        {
            noun.Subcommands.Add(verb);
        }

        return noun;
    }

    private static string Sentence(ParseResult parsed)
    {
        string first = parsed.Errors[0].Message.TrimEnd('.');
        return char.ToLowerInvariant(first[0]) + first[1..];
    }

    private static string Path(Command command, ParseResult parsed)
    {
        IEnumerable<string> words = parsed.RootCommandResult.Command == command
            ? []
            : command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name);
        return string.Join(' ', words.Prepend("strongroom"));
    }
}
