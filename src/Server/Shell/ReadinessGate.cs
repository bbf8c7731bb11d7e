using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>
/// Keeps every endpoint shut that does not answer in the present state: nothing but setup before the claim.
/// </summary>
internal sealed class ReadinessGate(RequestDelegate next, Readiness readiness)
{
    private const string RetryAfterSeconds = "2";

    public Task InvokeAsync(HttpContext context)
    {
        InstallationState state = readiness.State;
        AnsweringStates? answering = context.GetEndpoint()?.Metadata.GetMetadata<AnsweringStates>();
        bool answers = answering?.States.Contains(state) ?? state == InstallationState.Open;

        if (!answers && state == InstallationState.None)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        // No endpoint means 404 in any state; before the claim that too says only "not ready".
        return answers ? next(context) : throw new RefusedException(Refuse(state));
    }

    private static Refusal Refuse(InstallationState state) => state switch
    {
        InstallationState.Unclaimed => ShellRefusals.Unclaimed,
        InstallationState.Sealed => ShellRefusals.Sealed,
        InstallationState.Open => ShellRefusals.NotFound,
        _ => ShellRefusals.Starting,
    };
}
