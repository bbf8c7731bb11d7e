using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Doctor;

/// <summary>Looks at this machine: what is needed, what is in the way. Needs no server and changes nothing.</summary>
internal static class RunDoctor
{
    public static Verb Declare()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return new Verb("doctor", "Checks this machine; exit code 5 when something has to be put right.",
            "strongroom doctor --json") { json }
            .Does((parsed, cancellation) =>
                RunAsync(parsed.GetValue(json), Surroundings.Read(), TimeProvider.System, cancellation));
    }

    public static async Task<int> RunAsync(
        bool isJson, Surroundings surroundings, TimeProvider time, CancellationToken cancellation)
    {
        IReadOnlyList<Check> checks =
        [
            .. MachineChecks.Run(surroundings),
            .. await PaperChecks.RunAsync(surroundings, cancellation),
            .. FolderChecks.Run(surroundings),
            CertificateCheck.Run(surroundings, time),
        ];
        Terminal.Print(isJson ? ToJson(checks).Line() : Sheet.Write(
            ["check", "state", "found"],
            [.. checks.Select(check => new[] { check.Name, Word(check.State), check.Found })]));
        return checks.Any(check => check.State == CheckState.Bad) ? ExitCodes.VerificationFailed : ExitCodes.Done;
    }

    private static JsonObject ToJson(IReadOnlyList<Check> checks) => new()
    {
        ["good"] = checks.All(check => check.State != CheckState.Bad),
        ["checks"] = new JsonArray([.. checks.Select(check => new JsonObject
        {
            ["name"] = check.Name,
            ["state"] = Word(check.State),
            ["found"] = check.Found,
        })]),
    };

    private static string Word(CheckState state) => state switch
    {
        CheckState.Good => "good",
        CheckState.Warning => "warning",
        _ => "bad",
    };
}
