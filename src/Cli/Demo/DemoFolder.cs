namespace Strongroom.Cli.Demo;

/// <summary>Everything that the demo writes, in one folder that only this account can enter and that goes with
/// it.</summary>
internal sealed class DemoFolder : IDisposable
{
    private DemoFolder(string root) => Root = root;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string Credentials => Path.Combine(Root, "credentials");

    public string Letters => Path.Combine(Root, "letters");

    public string SettingsFile => Path.Combine(Root, "strongroom.json");

    public string LogFile => Path.Combine(Root, "server.log");

    public string ErrorFile => Path.Combine(Root, "server-errors.log");

    /// <summary>The authority that callers are told to trust.</summary>
    public string CertificateFile => Path.Combine(Credentials, "authority.pem");

    /// <summary>The customers of one series, as they are imported.</summary>
    public string CustomersFile(string series) => Path.Combine(Root, $"customers-{series}.csv");

    public static DemoFolder Make() => new(Directory.CreateTempSubdirectory("strongroom-demo-").FullName);

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
