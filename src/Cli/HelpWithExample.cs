using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Strongroom.Cli;

/// <summary>Prints help as the parser makes it, and below it the verb's example.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            Terminal.Print($"Example:\n  {verb.Example.Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        }

        return code;
    }
}
