using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Strongroom.Cli.Serving;

namespace Strongroom.Cli.Demo;

/// <summary>The real server, on the demo's folder; what it prints goes into a file there.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
#pragma warning disable RS0030 // The demo is a server of its own, a process started and stopped here.
    private const string CodeLabel = "Setup code:";
    private const string Settings = "STRONGROOM__";
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);
    private readonly TaskCompletionSource<string> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Task _output;
    private readonly Task _error;

    private DemoServer(Process process, DemoFolder folder)
    {
        _process = process;
        _output = KeepAsync(process.StandardOutput, folder.LogFile);
        _error = KeepAsync(process.StandardError, folder.ErrorFile);
    }

    /// <summary>Ends when the server has ended, by itself or because it was stopped.</summary>
    public Task Ended => _process.WaitForExitAsync(CancellationToken.None);

    /// <summary>The code with which the server is claimed.</summary>
    /// <exception cref="StoppedException">The server ended without printing one.</exception>
    public async Task<string> SetupCodeAsync(CancellationToken cancellation)
    {
        Task first = await Task.WhenAny(_code.Task, Task.WhenAll(_output, _error)).WaitAsync(cancellation);
        return first == _code.Task
            ? await _code.Task
            : throw new StoppedException(
                ExitCodes.Failed, "the demo's server did not start", "is a port of --port-base taken?");
    }

    public static async Task<DemoServer> StartAsync(DemoFolder folder, int staffPort, int publicPort)
    {
        var settings = new JsonObject
        {
            ["Server"] = new JsonObject { ["Urls"] = Url(staffPort), ["PublicUrl"] = Url(staffPort) },
            ["Intake"] = new JsonObject { ["Urls"] = Url(publicPort) },
            ["Data"] = new JsonObject { ["Path"] = folder.Data },
            ["Credentials"] = new JsonObject { ["Path"] = folder.Credentials },
        };
        await File.WriteAllTextAsync(folder.SettingsFile, settings.ToJsonString());
        var program = ServerProgram.Find();
        var start = new ProcessStartInfo(program.File, [.. program.Leading, "--config", folder.SettingsFile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The caller's own settings would reach the throw-away server otherwise.
        foreach (string name in start.Environment.Keys.Where(
            name => name.StartsWith(Settings, StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return new DemoServer(Process.Start(start)!, folder);
    }

    public static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"https://localhost:{port}");

    /// <summary>Two ports that nobody listens on now.</summary>
    public static (int Staff, int Public) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        await Task.WhenAll(_output, _error);
        _process.Dispose();
    }

    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows() || NativeMethods.Signal(_process.Id, NativeMethods.Terminate) != 0)
        {
            _process.Kill(entireProcessTree: true);
        }

        try
        {
            await Ended.WaitAsync(StopWithin);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
        }
    }

    private async Task KeepAsync(StreamReader reader, string file)
    {
        await using var log = new StreamWriter(file) { AutoFlush = true };
        while (await reader.ReadLineAsync() is { } line)
        {
            int at = line.IndexOf(CodeLabel, StringComparison.Ordinal);
            if (at >= 0)
            {
                _code.TrySetResult(line[(at + CodeLabel.Length)..].Trim());
            }
            else
            {
                await log.WriteLineAsync(line);
            }
        }
    }
#pragma warning restore RS0030
}
