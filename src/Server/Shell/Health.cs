using Microsoft.AspNetCore.Http.HttpResults;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>Whether the process lives, and whether it works. Answers in every state and says nothing else.</summary>
internal static class Health
{
    private static readonly InstallationState[] Always =
        [InstallationState.None, InstallationState.Unclaimed, InstallationState.Sealed, InstallationState.Open];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (string path in (string[])["/health/live", "/livez"])
        {
            app.MapGet(path, Live).RequirePermission(Permission.Anyone).AnswersWhile(Always);
        }

        foreach (string path in (string[])["/health/ready", "/readyz"])
        {
            app.MapGet(path, Ready).RequirePermission(Permission.Anyone).AnswersWhile(Always);
        }
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("live"));

    private static JsonHttpResult<HealthAnswer> Ready(Readiness readiness)
    {
        InstallationState state = readiness.State;
        var answer = new HealthAnswer(state switch
        {
            InstallationState.Open => "ready",
            InstallationState.Unclaimed => "unclaimed",
            InstallationState.Sealed => "sealed",
            _ => "starting",
        });
        int status = state == InstallationState.Open
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(answer, ShellJson.Default.HealthAnswer, statusCode: status);
    }
}
