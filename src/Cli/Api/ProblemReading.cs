using System.Net;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Api;

/// <summary>Reads problem details (RFC 9457) into a sentence, a hint and an exit code. Pure.</summary>
internal static class ProblemReading
{
    public static StoppedException Read(HttpStatusCode status, JsonObject problem)
    {
        string code = problem.Text("code");
        string sentence = problem.Text("detail") is { Length: > 0 } detail ? detail.TrimEnd('.')
            : $"the server answered {(int)status}";
        IEnumerable<string> faults = problem["errors"] is JsonObject errors
            ? errors.Select(fault => $"\n  {fault.Key}: {JsonReading.Text(fault.Value)}")
            : [];
        string prefix = code.Length > 0 ? code + ": " : string.Empty;
        return new StoppedException(
            ExitCode(status, code), prefix + sentence + string.Concat(faults), Hint(code, problem.Text("fix")));
    }

    /// <summary>What to type next, where a command of ours gets past the refusal; else what the server says.</summary>
    private static string? Hint(string code, string fix) => code switch
    {
        "not-logged-in" => "strongroom sign-in",
        "step-up-required" => "strongroom step-up, then repeat it",
        "agreement-required" => "strongroom agreement sign",
        "findings-undecided" => "strongroom document review, or apply with --accept-all",
        "purpose-required" => "add --purpose; the server lists purposes at /api/v1/purposes",
        _ => fix.Length > 0 ? fix.TrimEnd('.') : null,
    };

    private static int ExitCode(HttpStatusCode status, string code) => (int)status switch
    {
        400 or 405 or 413 or 415 or 428 => ExitCodes.Usage,
        401 when code is "step-up-required" => ExitCodes.StepUp,
        401 or 403 => ExitCodes.NotAllowed,
        404 => ExitCodes.NotFound,
        422 => ExitCodes.DocumentRefused,
        429 or 503 => ExitCodes.Busy,
        _ => ExitCodes.Failed,
    };
}
