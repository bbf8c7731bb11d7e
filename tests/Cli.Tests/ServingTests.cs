using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Strongroom.Cli.Demo;

namespace Strongroom.Cli.Tests;

public sealed class ServingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strongroom-test-").FullName;
    private readonly int _port = DemoServer.FreePorts().Staff;

    [Fact]
    public async Task A_stopped_demo_leaves_nothing_behind()
    {
        using Process demo = new Strongroom().Start("demo", "--json", "--port-base", $"{_port}");
        JsonNode card = JsonNode.Parse((await demo.StandardOutput.ReadLineAsync(Stop))!)!;
        string folder = Path.GetDirectoryName(card["dataPath"]!.GetValue<string>())!;
        Assert.True(Directory.Exists(folder));

        await Strongroom.TerminateAsync(demo);

        Assert.Equal(0, demo.ExitCode);
        Assert.Equal(string.Empty, await demo.StandardOutput.ReadToEndAsync(Stop));
        Assert.False(Directory.Exists(folder));
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync("localhost", _port, Stop).AsTask());
    }

    [Fact]
    public async Task A_served_installation_is_claimed_from_the_terminal_and_stops_when_asked()
    {
        using Process server = new Strongroom().Start(
            "serve", $"--Server:Urls=https://localhost:{_port}", $"--Data:Path={_folder}/data",
            $"--Credentials:Path={_folder}/credentials");
        string code = await SetupCodeAsync(server);
        var program = new Strongroom(new Dictionary<string, string>
        {
            ["STRONGROOM_SERVER"] = $"https://localhost:{_port}",
            ["STRONGROOM_CERTIFICATE"] = $"{_folder}/credentials/authority.pem",
            ["XDG_STATE_HOME"] = _folder,
        });
        string claim = $$"""
            {"code":"{{code}}","business":"Example Clinic","name":"Olive Sample","email":"olive@example.org",
             "password":"four unrelated plain words","attestation":true,"agreement":true,"compartment":"clinic"}
            """;

        Strongroom.Result first = await program.RunAsync("", "customer", "list");
        Strongroom.Result claimed = await program.RunAsync(claim, "setup", "--from-file", "-", "--json");
        Strongroom.Result again = await program.RunAsync(claim, "setup", "--from-file", "-");
        Strongroom.Result compartments = await program.RunAsync("", "compartment", "list", "--quiet");
        await Strongroom.TerminateAsync(server);

        Assert.Equal(7, first.Code);
        Assert.Equal((0, string.Empty), (claimed.Code, claimed.Error));
        Assert.Equal(10, ((JsonArray)JsonNode.Parse(claimed.Output)!["recoveryCodes"]!).Count);
        Assert.Equal(6, again.Code);
        Assert.Equal("clinic\n", compartments.Output);
        Assert.Equal(0, server.ExitCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_one_that_is_not_trusted_are_told_apart()
    {
        Strongroom.Result nowhere =
            await new Strongroom().RunAsync("", "job", "list", "--server", $"https://localhost:{_port}");
        Strongroom.Result plain =
            await new Strongroom().RunAsync("", "job", "list", "--server", "http://localhost:8080");

        Assert.Equal(1, nowhere.Code);
        Assert.Contains("cannot be reached", nowhere.Error, StringComparison.Ordinal);
        Assert.Equal(2, plain.Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> SetupCodeAsync(Process server)
    {
        const string label = "Setup code:";
        while (await server.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.Contains(label, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Trim();
            }
        }

        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(Stop));
    }
}
