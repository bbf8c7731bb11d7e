using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Brings the installation from "starting" to unclaimed (prints the code), sealed, or opened by the unattended key,
/// while the listeners already answer. What stands in the way is said on the terminal, and health goes on answering.
/// </summary>
internal sealed class StartInstallation(
    OpenSealed open, AuditWriter audit, Readiness readiness, Welcome welcome)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (readiness.State == InstallationState.Open)
        {
            try
            {
                await audit.RecordAsync(Draft(AuditAct.Stopped), CancellationToken.None); // the last entry of this run
            }
            catch (RefusedException)
            {
                // The log cannot be written, as its callers were told; the server must be able to stop all the same.
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the host's thread: a long log is read while the listeners start.
        await Task.Yield();
        readiness.Step = "Looking for the owner";
        readiness.State = await welcome.IsClaimedAsync(stoppingToken)
            ? await OpenAsync(stoppingToken)
            : InstallationState.Unclaimed;
        await welcome.PrintAsync(readiness.State, stoppingToken);
    }

    private async Task<InstallationState> OpenAsync(CancellationToken cancellation)
    {
        if (await open.RunAsync(AuditAct.Started, null, cancellation) is { } refusal)
        {
            Welcome.PrintSealed(refusal);
        }

        return readiness.State;
    }

    private static AuditDraft Draft(AuditAct act) =>
        new() { Act = act, Actor = Actor.Server, Result = AuditResult.Done };
}
