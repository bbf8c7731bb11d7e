using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Brings the installation from "starting" to "open", "sealed" or "unclaimed" while the listeners already answer. What stands in the way
/// is logged by its stable code, and health and setup go on answering.
/// </summary>
internal sealed class StartUp(
    KeyringStore keyring, OpenInstallation opening, AuditWriter audit, CompartmentRegister register, StartUpState state)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (audit.IsOpen)
        {
            await audit.RecordAsync(Draft(AuditAct.Stopped), CancellationToken.None); // the last entry of this run
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the caller's thread at once: the host starts its listeners while this reads the log.
        await Task.Yield();
        if (!keyring.Exists)
        {
            state.Readiness.State = InstallationState.Unclaimed;
            return;
        }

        try
        {
            IReadOnlyList<CompartmentFacts> all = await register.AllAsync(stoppingToken);
            opening.Run(id => IsWanted(all.FirstOrDefault(facts => facts.Id == id)));
            await audit.OpenAsync(stoppingToken);
            await audit.RecordAsync(Draft(AuditAct.Started), stoppingToken);
            state.Readiness.State = InstallationState.Open;
        }
        catch (RefusedException refused)
        {
            state.Logger.CouldNotOpen(refused.Refusal);
            state.Readiness.State = InstallationState.Sealed;
        }
        catch (Exception damaged) when (damaged is AuditDamagedException or AuditUnavailableException or IOException)
        {
            state.Logger.CouldNotReadLog(damaged);
            state.Readiness.State = InstallationState.Sealed;
        }
    }

    private bool IsWanted(CompartmentFacts? facts)
    {
        IReadOnlyList<string> wanted = state.Settings.OpenAtStart;
        return facts is { IsClosed: false } && (wanted is ["all"] || wanted.Any(name => name == facts.Name || name == facts.Series));
    }

    private static AuditDraft Draft(AuditAct act) => new() { Act = act, Actor = Actor.Server, Result = AuditResult.Done };
}
