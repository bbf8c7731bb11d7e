using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own on a free port of this machine, run by an account without rights. It ends and
/// its folder goes when this process ends, however that comes about.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Admin = "cluster_admin";

    // Waits for the end of its input, which is the end of whoever holds the other side. In a session of its own, for
    // whoever ends the tests may end their whole group.
    private const string Guard = """read -r _; "$1/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1; rm -rf "$2" """;

    private static readonly ConcurrentDictionary<int, PostgresCluster> ByPort = new();
    private static readonly Lock Starting = new();
    private static readonly string Programs =
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    private static Task<PostgresCluster>? _ofAll;
    private readonly string _folder;
    private readonly Process _guard;

    private PostgresCluster(string folder, int port)
    {
        _folder = folder;
        Port = port;
        Password = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        _guard = Launch("setsid", ["sh", "-c", Guard, "guard", Programs, folder], keepInput: true);
    }

    public int Port { get; }

    /// <summary>The password of the cluster's administrator.</summary>
    public string Password { get; }

    /// <summary>What the server has logged.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder, "log"));

    /// <summary>The one that the tests of this program share.</summary>
    public static Task<PostgresCluster> SharedAsync()
    {
        lock (Starting)
        {
            return _ofAll ??= StartAsync();
        }
    }

    /// <summary>The one that listens there.</summary>
    public static PostgresCluster At(int port) => ByPort[port];

    /// <summary>One that a test may stop.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        string folder = Directory.CreateDirectory(
            Path.Combine(HasMemory() ? "/dev/shm" : "/tmp", "postgres-of-strongroom-" + Path.GetRandomFileName())).FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", [Account, folder]);
        }

        var cluster = new PostgresCluster(folder, FreePort());
        string secret = Path.Combine(folder, "secret");
        await File.WriteAllTextAsync(secret, cluster.Password);
        await RunAsync(
            Programs + "/initdb",
            ["--no-sync", "-U", Admin, "--pwfile", secret, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "-D",
                folder + "/data"]);
        File.Delete(secret);
        await File.AppendAllTextAsync(Path.Combine(folder, "data", "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = {cluster.Port}
            max_connections = 400
            shared_buffers = 64MB
            log_statement = 'ddl'
            log_parameter_max_length = 0
            jit = off
            """);
        await cluster.StartAgainAsync();
        ByPort[cluster.Port] = cluster;
        return cluster;
    }

    public Task StartAgainAsync() => RunAsync(
        Programs + "/pg_ctl", ["-D", _folder + "/data", "-l", _folder + "/log", "-w", "-t", "60", "start"]);

    /// <summary>As when its plug is pulled.</summary>
    public Task StopAsync() => RunAsync(Programs + "/pg_ctl", ["-D", _folder + "/data", "-w", "-m", "immediate", "stop"]);

    /// <summary>How the administrator reaches a database.</summary>
    public string Access(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = Admin,
        Password = Password,
        Pooling = false,
    }.ConnectionString;

    /// <summary>A plain dump of a database, as a thief of a backup has it.</summary>
    public async Task<string> DumpAsync(string database)
    {
        using Process dump = Launch(
            Programs + "/pg_dump", ["-h", "127.0.0.1", "-p", $"{Port}", "-U", Admin, database],
            variables: ("PGPASSWORD", Password));
        string text = await dump.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dump.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, dump.ExitCode);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync(CancellationToken.None);
        _guard.Dispose();
    }

    private static string Account => File.ReadLines("/etc/passwd").Any(
        line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static async Task RunAsync(string program, string[] arguments)
    {
        using Process process = Launch("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "run", program, .. arguments]);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    // PostgreSQL refuses to run as root.
    private static Process Launch(
        string program, string[] arguments, bool keepInput = false, params (string Name, string Value)[] variables)
    {
        string[] all = Environment.IsPrivilegedProcess && program is not "chown" && !arguments.Contains("chown")
            ? ["setpriv", "--reuid", Account, "--regid", Account, "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = keepInput,
            RedirectStandardOutput = !keepInput,
            WorkingDirectory = "/",
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    // Where the folder lies in memory, a sync costs nothing; a killed process loses nothing there either.
    private static bool HasMemory() =>
        Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace > 2L << 30;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
