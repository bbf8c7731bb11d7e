using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Strongroom.Rules;

/// <summary>The real server, started by its own Main on throw-away folders and a free port of this machine.</summary>
internal sealed class RunningServer
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-rules-");
    private readonly TaskCompletionSource<IHost> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _subscriptions = [];
    private Task _main = Task.CompletedTask;

    /// <summary>The services of the started server.</summary>
    public IServiceProvider? Services { get; private set; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RunningServer> StartAsync()
    {
        var server = new RunningServer();
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Services?.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Task.WhenAny(_main); // what it threw, StartAsync has thrown already
        _subscriptions.ForEach(one => one.Dispose());
        _folder.Delete(recursive: true);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    // The host says so when it is built; that is how test hosts of the framework find it too.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host })
        {
            _built.TrySetResult(host);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private async Task RunAsync()
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        MethodInfo main = Assembly.LoadFrom(Checkout.Assembly("Server")).EntryPoint!;
        string[] arguments =
        [
            $"--Data:Path={Path.Combine(_folder.FullName, "data")}",
            $"--Credentials:Path={Path.Combine(_folder.FullName, "credentials")}",
            "--Server:Urls=https://127.0.0.1:0",
        ];
        _main = Task.Run(() => main.Invoke(null, [arguments]));
        await Task.WhenAny(_built.Task, _main);
        if (!_built.Task.IsCompletedSuccessfully)
        {
            await _main;
            throw new InvalidOperationException("the server ended before it was built");
        }

        Services = (await _built.Task).Services;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration =
            Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await await Task.WhenAny(started.Task, _main);
    }
}
