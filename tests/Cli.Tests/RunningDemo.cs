using System.Diagnostics;
using System.Text.Json.Nodes;
using Strongroom.Cli.Sessions;

namespace Strongroom.Cli.Tests;

/// <summary>One demo for all tests that look at it.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private Process? _process;

    /// <summary>What it printed.</summary>
    public JsonObject Card { get; private set; } = [];

    public TimeSpan ReadyAfter { get; private set; }

    public string Folder => Path.GetDirectoryName(Text("dataPath"))!;

    public string Text(string property) => Card[property]!.GetValue<string>();

    public JsonArray Staff => (JsonArray)Card["staff"]!;

    public JsonArray Customers => (JsonArray)Card["customers"]!;

    public string Code(string compartment) =>
        Customers.First(one => one!["compartment"]!.GetValue<string>() == compartment)!["code"]!.GetValue<string>();

    public async ValueTask InitializeAsync()
    {
        var watch = Stopwatch.StartNew();
        _process = new Strongroom().Start("demo", "--json");
        string? line = await _process.StandardOutput.ReadLineAsync();
        ReadyAfter = watch.Elapsed;
        Card = line is null
            ? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync())
            : (JsonObject)JsonNode.Parse(line)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Strongroom.TerminateAsync(_process!);
        _process!.Dispose();
    }

    /// <summary>The command line, logged in as somebody in a state folder of its own.</summary>
    internal async Task<Strongroom> SignInAsync(string role, string stateFolder)
    {
        JsonNode person = Staff.First(one => one!["role"]!.GetValue<string>() == role)!["signIn"]!;
        string secret = person["totpSecret"]!.GetValue<string>();
        long step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        Strongroom program = WithState(stateFolder);
        string lines =
            $"{person["email"]}\n{person["password"]}\n{Authenticator.At(Authenticator.Read(secret), step)}\n";
        Strongroom.Result result = await program.RunAsync(lines, "sign-in");
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return program;
    }

    internal Strongroom WithState(string stateFolder, string? key = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["STRONGROOM_SERVER"] = Text("staffUrl"),
            ["STRONGROOM_CERTIFICATE"] = Text("certificateFile"),
            ["XDG_STATE_HOME"] = stateFolder,
        };
        if (key is not null)
        {
            environment["STRONGROOM_API_KEY"] = key;
        }

        return new Strongroom(environment);
    }
}
