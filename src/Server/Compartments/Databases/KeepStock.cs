using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>While the installation is open: takes in databases that were prepared, so that no password lies about.</summary>
internal sealed class KeepStock(
    Settings settings, DatabaseStock stock, Readiness readiness, TimeProvider time, ILogger<KeepStock> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.StoreKind == StoreKind.Postgres)
        {
            await Task.Delay(LookEvery, time, stoppingToken);
            if (readiness.State == InstallationState.Open)
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await stock.TakeInAsync(cancellation);
        }
        catch (Exception failure) when (
            StoreFailures.Find(failure) is not null
            || failure is RefusedException or IOException or UnauthorizedAccessException or DbUpdateException)
        {
            logger.StockStuck(failure);
        }
    }
}
