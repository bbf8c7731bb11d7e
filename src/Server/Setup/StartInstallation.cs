using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Finds the installation's state at the start: unclaimed (prints the code), sealed, or opened by the unattended key.</summary>
internal sealed class StartInstallation(
    IDbContextFactory<RegistryDb> registry, OpenInstallation opening, AuditWriter audit, Readiness readiness, Welcome welcome)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await IsClaimedAsync(cancellationToken))
        {
            readiness.State = InstallationState.Unclaimed;
            return;
        }

        readiness.State = InstallationState.Sealed;
        try
        {
            opening.Run(welcome.IsWantedAtStart);
            await audit.OpenAsync(cancellationToken);
            await audit.RecordAsync(
                new AuditDraft { Act = AuditAct.Started, Actor = Actor.Server, Result = AuditResult.Done }, cancellationToken);
            readiness.State = InstallationState.Open;
        }
        catch (RefusedException refused)
        {
            // It stays sealed: health says so, and whoever may open it can still do so.
            Welcome.PrintSealed(refused.Refusal);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        welcome.PrintAddresses(readiness.State);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (readiness.State == InstallationState.Open)
        {
            await audit.RecordAsync(
                new AuditDraft { Act = AuditAct.Stopped, Actor = Actor.Server, Result = AuditResult.Done }, cancellationToken);
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsClaimedAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<InstallationRow>().AnyAsync(cancellation);
    }
}
