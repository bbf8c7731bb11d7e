using Strongroom.Server.Shell;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Recipients;

/// <summary>Destroys the files of exports when their day is over, while the server runs and after each start.</summary>
internal sealed class KeepExportsShort(
    ExportFiles files, Readiness readiness, TimeProvider time, ILogger<KeepExportsShort> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OpenEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            bool isOpen = readiness.State == InstallationState.Open;
            if (isOpen)
            {
                await LookAsync(stoppingToken);
            }

            await Task.Delay(isOpen ? LookEvery : OpenEvery, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await files.DestroyOldAsync(stop);
        }
        catch (Exception failure) when (failure is IOException || StoreFailures.Find(failure) is not null)
        {
            logger.ExportsStay(failure); // the next look tries again
        }
    }
}
