using Strongroom.Server.Compartments;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// While the installation is open: looks at the inboxes whenever something came and every second besides (a compartment
/// may have been opened, a file put back), and lets the forms follow their series.
/// </summary>
internal sealed class KeepTakingIn(
    Readiness readiness, InboxBell bell, TakePlaces places, TakeInbox take, FollowSeries follow,
    ILogger<KeepTakingIn> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (readiness.State == InstallationState.Open)
            {
                await LookAsync(stoppingToken);
            }

            await bell.WaitAsync(LookEvery, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        foreach (CompartmentFacts inbox in await OpenNowAsync(cancellation))
        {
            try
            {
                int taken = await take.RunAsync(inbox, cancellation);
                if (taken > 0)
                {
                    logger.InboxTaken(taken, inbox.Id);
                }
            }
            catch (Exception failure) when (StoreFailures.IsPassing(failure))
            {
                logger.InboxStuck(inbox.Id, failure);
            }
        }

        try
        {
            await follow.RunAsync(cancellation);
        }
        catch (Exception failure) when (StoreFailures.IsPassing(failure))
        {
            logger.FormsStuck(failure);
        }
    }

    private async Task<IReadOnlyList<CompartmentFacts>> OpenNowAsync(CancellationToken cancellation)
    {
        try
        {
            return await places.OpenNowAsync(cancellation);
        }
        catch (Exception failure) when (StoreFailures.IsPassing(failure))
        {
            logger.InboxesStuck(failure);
            return [];
        }
    }
}
