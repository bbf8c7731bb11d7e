using System.CommandLine;
using Strongroom.Cli.Serving;

namespace Strongroom.Cli.Storage;

/// <summary>
/// Moves a compartment's databases to another kind of store or another PostgreSQL, while the server is stopped. The
/// server's program does it, as it alone knows the stores; this becomes it.
/// </summary>
internal static class MoveStorage
{
    public static Verb Declare()
    {
        var compartment = new Argument<string>("compartment") { Description = "The name of the compartment." };
        var to = new Option<string?>("--to") { Description = "Where it goes: sqlite or postgres.", HelpName = "KIND" };
        var server = new Option<string?>("--server")
        {
            Description = "Which PostgreSQL, where databases are prepared on several.",
            HelpName = "HOST:PORT",
        };
        var cancel = new Option<bool>("--cancel") { Description = "Give up a move that was cut off." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var verb = new Verb(
            "move",
            "Moves a compartment to other databases; the server must be stopped. Settings follow as --Section:Key=value.",
            "strongroom storage move front-desk --to postgres")
        {
            compartment, to, server, cancel, json,
        };
        verb.TreatUnmatchedTokensAsErrors = false;
        return verb.Does((parsed, cancellation) =>
        {
            string[] arguments =
            [
                "storage", "move", parsed.GetValue(compartment)!,
                .. parsed.GetValue(to) is { } kind ? ["--to", kind] : Array.Empty<string>(),
                .. parsed.GetValue(server) is { } host ? ["--server", host] : Array.Empty<string>(),
                .. parsed.GetValue(cancel) ? ["--cancel"] : Array.Empty<string>(),
                .. parsed.GetValue(json) ? ["--json"] : Array.Empty<string>(), .. parsed.UnmatchedTokens,
            ];
            return Serve.RunAsync(arguments, cancellation);
        });
    }
}
