using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Server.Tests.Postgres;

namespace Strongroom.Server.Tests.Whole;

/// <summary>The server as a process of its own, on a folder that holds <c>data</c> and <c>credentials</c>.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string folder, string[] settings)
    {
        string temporary = Path.Combine(folder, "tmp");
        Directory.CreateDirectory(temporary);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Strongroom.Server.dll") },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRONGROOM__Data__Path"] = Path.Combine(folder, "data");
        start.Environment["STRONGROOM__Credentials__Path"] = Path.Combine(folder, "credentials");
        start.Environment["STRONGROOM__Server__Urls"] = "https://127.0.0.1:0";
        start.Environment["TMPDIR"] = temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // its pipes in the temporary folder cannot be read like files
        if (PostgresStore.IsOf(folder))
        {
            start.Environment["STRONGROOM__Storage__Kind"] = "postgres";
        }

        foreach (string setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _address.TrySetResult(string.Empty);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; private set; } = new();

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>All that it has written to its two outputs.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it answers, sealed or open.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, params string[] settings)
    {
        var server = new ServerProcess(folder, settings);
        string address = await server._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(address.Length > 0, "the server ended:\n" + server.Output);
        server.Http = RunningServer.NewHttp(folder, new Uri(address));
        return server;
    }

    /// <summary>Starts it where it must end by itself, and gives exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] settings)
    {
        await using var server = new ServerProcess(folder, settings);
        await server._process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(
            Patience, TestContext.Current.CancellationToken);
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>As when the plug is pulled: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>As the service is stopped: SIGTERM.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        lock (_output)
        {
            _output.Append(line).Append('\n');
        }

        if (line is not null && Address().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(match.Groups[1].Value);
        }
    }

    [GeneratedRegex("(?:answers at|Address:) +(https://[^ ,;]+)")]
    private static partial Regex Address();
}
