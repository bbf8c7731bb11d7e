using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli;

/// <summary>What a verb is given: the connection to the server, and how the caller wants to read the answer.</summary>
internal sealed class Errand(ParseResult parsed, Surroundings surroundings) : IDisposable
{
    private Connection? _api;

    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>The server, as whoever the surroundings name.</summary>
    public Connection Api => _api ??= Connections.Open(parsed, Surroundings);

    public bool IsJson => parsed.GetValue(ServerOptions.Json) || parsed.GetValue(ServerOptions.JsonLines);

    /// <summary>Shows one thing: an object for machines, a line a property for people.</summary>
    /// <param name="answer">What the server said.</param>
    /// <param name="code">The property that <c>--quiet</c> prints.</param>
    /// <param name="lines">What a person reads, with its label.</param>
    public void Show(JsonObject answer, string code, params ReadOnlySpan<(string Label, string Text)> lines)
    {
        if (parsed.GetValue(ServerOptions.Quiet))
        {
            Terminal.Print(answer.Text(code));
        }
        else if (IsJson)
        {
            Terminal.Print(answer.Line());
        }
        else
        {
            var rows = new List<string[]>();
            foreach ((string label, string text) in lines)
            {
                rows.Add([label, text]);
            }

            Terminal.Print(Sheet.Write([], rows));
        }
    }

    /// <summary>Shows a list: the first column is what <c>--quiet</c> prints.</summary>
    public void ShowList(JsonObject answer, params (string Heading, string Property)[] columns)
    {
        JsonArray items = answer["items"] as JsonArray ?? [];
        if (parsed.GetValue(ServerOptions.Quiet))
        {
            PrintEach(items.Select(item => item.Text(columns[0].Property)));
        }
        else if (parsed.GetValue(ServerOptions.JsonLines))
        {
            PrintEach(items.Select(item => item!.Line()));
        }
        else if (IsJson)
        {
            Terminal.Print(answer.Line());
        }
        else
        {
            string[] headings = [.. columns.Select(column => column.Heading)];
            Terminal.Print(
                Sheet.Write(headings, [.. items.Select(item => columns.Select(c => item.Text(c.Property)).ToArray())]));
            if (answer.Text("next") is { Length: > 0 } next)
            {
                Terminal.Note($"there is more: --cursor {next}");
            }
        }
    }

    /// <summary>Says that something without an answer of its own is done.</summary>
    public void Done(string code, string sentence)
    {
        if (IsJson)
        {
            Terminal.Print(new JsonObject { ["id"] = code, ["done"] = true }.Line());
        }
        else
        {
            Terminal.Print(parsed.GetValue(ServerOptions.Quiet) ? code : sentence);
        }
    }

    /// <summary>Asks before something that cannot be had back at once.</summary>
    /// <exception cref="StoppedException">The person said no, or there is nobody to ask.</exception>
    public void Confirm(string question)
    {
        if (parsed.GetValue(ServerOptions.Yes) || parsed.GetValue(ServerOptions.DryRun))
        {
            return;
        }

        if (!Terminal.IsInteractive)
        {
            throw new StoppedException(
                ExitCodes.Usage, "this asks whether you are sure, and nobody is here", "add --yes");
        }

        if (Terminal.Ask($"{question} [y/N]").Trim() is not ("y" or "Y" or "yes"))
        {
            throw new StoppedException(ExitCodes.Failed, "nothing was changed", null);
        }
    }

    public void Dispose() => _api?.Dispose();

    private static void PrintEach(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Terminal.Print(line);
        }
    }
}
