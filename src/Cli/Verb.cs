using System.CommandLine;

namespace Strongroom.Cli;

/// <summary>A verb of the command line: what it does, an example of it, and the deed.</summary>
/// <param name="name">One word.</param>
/// <param name="description">One sentence.</param>
/// <param name="example">A line that works when pasted, the values replaced.</param>
internal sealed class Verb(string name, string description, string example) : Command(name, description)
{
    public string Example { get; } = example;

    /// <summary>The verb talks to a server.</summary>
    public Verb Asks(Func<ParseResult, Errand, CancellationToken, Task<int>> deed)
    {
        foreach (Option option in ServerOptions.All)
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            using var errand = new Errand(parsed, Surroundings.Read());
            return await deed(parsed, errand, cancellation);
        }));
        return this;
    }

    /// <summary>The verb works on this machine alone.</summary>
    public Verb Does(Func<ParseResult, CancellationToken, Task<int>> deed)
    {
        SetAction((parsed, cancellation) => Outcome.OfAsync(() => deed(parsed, cancellation)));
        return this;
    }
}
