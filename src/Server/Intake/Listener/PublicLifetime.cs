namespace Strongroom.Server.Intake.Listener;

/// <summary>The public host lives as long as the server lets it; signals are the server's matter.</summary>
internal sealed class PublicLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
