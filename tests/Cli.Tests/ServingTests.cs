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
    public async Task A_running_server_takes_a_new_code_and_a_lost_key_comes_back_from_the_recovery_sheet()
    {
        using Process server = Serve();
        string first = await SetupCodeAsync(server);
        var program = new Strongroom(new Dictionary<string, string>
        {
            ["STRONGROOM_SERVER"] = $"https://localhost:{_port}",
            ["STRONGROOM_CERTIFICATE"] = $"{_folder}/credentials/authority.pem",
            ["STRONGROOM__Data__Path"] = $"{_folder}/data",
            ["STRONGROOM__Credentials__Path"] = $"{_folder}/credentials",
            ["XDG_STATE_HOME"] = _folder,
        });

        Strongroom.Result code = await program.RunAsync("", "setup", "code");
        Strongroom.Result old = await program.RunAsync(Claim(first), "setup", "--from-file", "-");
        Strongroom.Result claimed = await program.RunAsync(Claim(code.Output.Trim()), "setup", "--from-file", "-");
        Strongroom.Result late = await program.RunAsync("", "setup", "code");
        await Strongroom.TerminateAsync(server);

        Assert.Equal((0, 3, 0, 6), (code.Code, old.Code, claimed.Code, late.Code));
        await RestoreAsync(program);
        using Process again = Serve();
        Assert.Contains("answers at", await again.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
        await Strongroom.TerminateAsync(again);
    }

    private async Task RestoreAsync(Strongroom program)
    {
        string file = $"{_folder}/credentials/unseal-key";
        string key = await File.ReadAllTextAsync(file, Stop);
        string sheet = Sheet(Convert.FromHexString(key.Trim()));
        Strongroom.Result there = await program.RunAsync(sheet, "key", "restore");
        File.Delete(file);
        char wrong = sheet[0] == '2' ? '3' : '2';
        Strongroom.Result slip = await program.RunAsync(wrong + sheet[1..], "key", "restore");
        Strongroom.Result another = await program.RunAsync(Sheet(new byte[32]), "key", "restore");
        Assert.False(File.Exists(file));

        Strongroom.Result restored = await program.RunAsync(sheet, "key", "restore");

        Assert.Equal((1, 5, 5, 0), (there.Code, slip.Code, another.Code, restored.Code));
        Assert.Contains("line 1 has a slip", slip.Error, StringComparison.Ordinal);
        Assert.Equal(key, await File.ReadAllTextAsync(file, Stop));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static string Sheet(byte[] key)
    {
        using var secret = Sealing.SecretBytes.TakeFrom(key);
        return string.Concat(Sealing.RecoverySheet.Write(secret).Select(line => string.Join(' ', line) + "\n"));
    }

    private static string Claim(string code) => $$"""
        {"code":"{{code}}","business":"Example Clinic","name":"Olive Sample","email":"olive@example.org",
         "password":"four unrelated plain words","attestation":true,"agreement":true}
        """;

    private Process Serve() => new Strongroom().Start(
        "serve", $"--Server:Urls=https://localhost:{_port}", $"--Data:Path={_folder}/data",
        $"--Credentials:Path={_folder}/credentials");

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
