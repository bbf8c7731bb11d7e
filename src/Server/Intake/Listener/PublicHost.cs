using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Starts and stops the public host: it listens while a form is published, in every state of the installation, and not
/// otherwise.
/// </summary>
internal sealed class PublicHost(PublicParts parts, FormAddress address, ILogger<PublicHost> logger)
    : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _changed = new(1, 1);
    private WebApplication? _app;

    /// <summary>Whether it listens.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Whether it should listen and cannot.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The services of the listening host, for tests of its routes.</summary>
    public IServiceProvider? Services => _app?.Services;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        parts.Inboxes.Tidy();
        parts.Published.Changed += Wake;
        parts.Published.Load();
        if (parts.Published.State is not (FormsState.None or FormsState.Trusted))
        {
            logger.FormsNotTrusted(parts.Published.State);
        }

        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        parts.Published.Changed -= Wake;
        await base.StopAsync(cancellationToken);
        await EndAsync();
    }

    public override void Dispose()
    {
        _changed.Dispose();
        (_app as IDisposable)?.Dispose(); // stopped and disposed of before, unless the server's start failed
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _changed.WaitAsync(HasFailed ? TryAgainAfter : Timeout.InfiniteTimeSpan, stoppingToken);
            await FollowAsync(stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        bool isWanted = parts.Published.Current.Forms.Count > 0;
        if (isWanted && _app is null)
        {
            await BeginAsync(cancellation);
        }
        else if (!isWanted && _app is not null)
        {
            await EndAsync();
            logger.ListenerStopped();
        }
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        WebApplication app = PublicApp.Build(parts);
        try
        {
            await app.StartAsync(cancellation);
            string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
                .Addresses.First();
            address.BoundPort = new Uri(bound).Port;
            _app = app;
            (IsListening, HasFailed) = (true, false);
            logger.ListenerStarted(parts.Published.Current.Forms.Count);
        }
        catch (IOException taken)
        {
            // The port is somebody else's: the staff's side must work all the same.
            HasFailed = true;
            logger.ListenerFailed(taken);
            await app.DisposeAsync();
        }
    }

    private async Task EndAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            IsListening = false;
            address.BoundPort = 0;
            using var patience = new CancellationTokenSource(StopWithin);
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }
    }

    private void Wake(object? sender, EventArgs nothing)
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
    }
}
