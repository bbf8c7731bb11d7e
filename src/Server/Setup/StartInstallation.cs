using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Brings the installation from "starting" to unclaimed (prints the code), sealed, or opened by the unattended key,
/// while
/// the listeners already answer. What stands in the way is said on the terminal, and health goes on answering.
/// </summary>
internal sealed class StartInstallation(
    OpenInstallation opening, AuditWriter audit, CompartmentRegister compartments, Readiness readiness, Welcome welcome)
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
        try
        {
            IReadOnlyList<CompartmentFacts> all = await compartments.AllAsync(cancellation);
            readiness.Step = "Opening the keys";
            opening.Run(id => welcome.IsWantedAtStart(all.FirstOrDefault(facts => facts.Id == id)));
            readiness.Step = "Reading the audit log";
            await audit.OpenAsync(cancellation);
            await audit.RecordAsync(Draft(AuditAct.Started), cancellation);
            return InstallationState.Open;
        }
        catch (RefusedException refused)
        {
            Welcome.PrintSealed(refused.Refusal);
        }
        catch (Exception unreadable) when (
            unreadable is AuditDamagedException or AuditUnavailableException or IOException)
        {
            Welcome.PrintSealed(AuditRefusals.LogDamaged);
        }

        opening.Seal();
        return InstallationState.Sealed;
    }

    private static AuditDraft Draft(AuditAct act) =>
        new() { Act = act, Actor = Actor.Server, Result = AuditResult.Done };
}
