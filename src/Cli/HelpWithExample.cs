using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Strongroom.Cli;

/// <summary>Prints help as the parser makes it, and below it the verb's example.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    private const string FileName = "Strongroom.Cli";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // The parser calls the program by its file; people call it strongroom.
        TextWriter output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace(FileName, "strongroom", StringComparison.Ordinal));
        if (parseResult.CommandResult.Command is Verb verb)
        {
            Terminal.Print($"Example:\n  {verb.Example.Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        }

        return code;
    }
}
