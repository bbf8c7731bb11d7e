using System.Diagnostics;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>Writes a refusal as the answer; the one place that knows which status belongs to which kind.</summary>
internal static class ProblemAnswer
{
    private const string RetryAfterSeconds = "60";

    /// <summary>Answers with the refusal's own status.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal, IReadOnlyList<FieldFault> faults) =>
        WriteAsync(context, refusal, faults, Status(refusal.Kind));

    /// <summary>Answers with a status that HTTP asks for (405, 415, 500) and no kind has.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal, IReadOnlyList<FieldFault> faults, int status)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        AddHeaders(response, refusal.Kind);
        var problem = new Problem
        {
            Type = "/problems/" + refusal.Code,
            Title = ProblemWords.Title(refusal.Code),
            Status = status,
            Detail = refusal.Sentence,
            Instance = TraceId(context),
            Code = refusal.Code,
            Fix = ProblemWords.Fix(refusal.Code, refusal.Sentence),
            Errors = Group(faults),
        };
        return response.WriteAsJsonAsync(
            problem, ShellJson.Default.Problem, "application/problem+json", context.RequestAborted);
    }

    /// <summary>The id under which the log has this request.</summary>
    public static string TraceId(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.NotLoggedIn or RefusalKind.StepUp => StatusCodes.Status401Unauthorized,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Changed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        _ => RareStatus(kind),
    };

    private static int RareStatus(RefusalKind kind) => kind switch
    {
        RefusalKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.NotReady => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void AddHeaders(HttpResponse response, RefusalKind kind)
    {
        response.Headers.CacheControl = "no-store";
        if (kind == RefusalKind.StepUp)
        {
            // RFC 9470
            response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_user_authentication\"";
        }
        else if (kind == RefusalKind.NotLoggedIn)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (kind == RefusalKind.TooMany && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>>? Group(IReadOnlyList<FieldFault> faults) =>
        faults.Count == 0
            ? null
            : faults.GroupBy(fault => fault.Field, StringComparer.Ordinal).ToDictionary(
                group => group.Key,
                IReadOnlyList<string> (group) => [.. group.Select(fault => fault.Sentence)],
                StringComparer.Ordinal);
}
