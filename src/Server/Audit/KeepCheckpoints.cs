using Strongroom.AuditLog;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Audit;

/// <summary>Signs the head of the log at every interval of the settings while the log is open.</summary>
internal sealed class KeepCheckpoints(
    AuditWriter audit, InstallationKeys keys, Settings settings, TimeProvider time, ILogger<KeepCheckpoints> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.CheckpointEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!keys.IsOpen || !audit.IsOpen)
            {
                continue;
            }

            try
            {
                await audit.Journal.CheckpointAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is AuditUnavailableException or IOException)
            {
                logger.CheckpointFailed(failure);
            }
        }
    }
}
