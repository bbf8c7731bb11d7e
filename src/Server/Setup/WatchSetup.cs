using Strongroom.Server.Shell;

namespace Strongroom.Server.Setup;

/// <summary>
/// While nobody owns the installation: takes over codes that the command line has drawn, and wipes drafts that nobody
/// goes on with. It ends with the claim, and wipes what is left.
/// </summary>
internal sealed class WatchSetup(
    Settings settings, SetupCode code, SetupDrafts drafts, Readiness readiness, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (readiness.State is InstallationState.None or InstallationState.Unclaimed)
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                Look();
            }
        }
        finally
        {
            drafts.End();
        }
    }

    private void Look()
    {
        drafts.EndIdle();
        if (readiness.State == InstallationState.Unclaimed
            && CodeRequest.Take(settings.CredentialsPath) is { } hash)
        {
            code.Adopt(hash);
        }
    }
}
