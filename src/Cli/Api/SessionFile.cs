using System.Text.Json;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Api;

/// <summary>The session between two commands: a file that only its owner can read.</summary>
internal sealed class SessionFile(string stateFolder)
{
    private readonly string _file = Path.Combine(stateFolder, "session.json");

    /// <summary>What was kept; <see cref="KeptSession.None"/> where nothing is or it cannot be read.</summary>
    public KeptSession Read()
    {
        if (!File.Exists(_file))
        {
            return KeptSession.None;
        }

        try
        {
            JsonNode? session = JsonNode.Parse(File.ReadAllText(_file));
            string certificate = session.Text("certificate");
            return Uri.TryCreate(session.Text("server"), UriKind.Absolute, out Uri? server)
                && session.Text("token") is { Length: > 0 } token
                ? new KeptSession(server, certificate.Length > 0 ? certificate : null, token)
                : KeptSession.None;
        }
        catch (JsonException)
        {
            return KeptSession.None;
        }
    }

    public void Write(Uri server, string? certificate, string token)
    {
        MakeFolder();
        var session =
            new JsonObject { ["server"] = server.ToString(), ["certificate"] = certificate, ["token"] = token };
        string next = _file + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(next, options))
        {
            writer.Write(session.ToJsonString());
        }

        File.Move(next, _file, overwrite: true);
    }

    public void Delete() => File.Delete(_file);

    private void MakeFolder()
    {
        string folder = Path.GetDirectoryName(_file)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
