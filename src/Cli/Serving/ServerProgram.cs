namespace Strongroom.Cli.Serving;

/// <summary>Where the server's program is: beside this one, or in the folder of its own that the build makes.</summary>
internal sealed record ServerProgram
{
    private const string Name = "Strongroom.Server";
    private static readonly string[] Endings = [".dll", ".runtimeconfig.json"];

    /// <summary>What is started.</summary>
    public required string File { get; init; }

    /// <summary>What comes before the server's own arguments.</summary>
    public required IReadOnlyList<string> Leading { get; init; }

    /// <exception cref="StoppedException">It is not there.</exception>
    public static ServerProgram Find()
    {
        string here = AppContext.BaseDirectory;

        // artifacts/bin/Cli/release and artifacts/bin/Server/release
        string sibling =
            Path.Combine(here, "..", "..", "Server", Path.GetFileName(Path.TrimEndingDirectorySeparator(here)));
        string folder = new[] { here, sibling }.FirstOrDefault(IsWhole)
            ?? throw new StoppedException(
                ExitCodes.Failed, "the server's program is not installed here", "it belongs beside strongroom");
        string host = Environment.ProcessPath ?? string.Empty;
        string assembly = Path.GetFullPath(Path.Combine(folder, Name + ".dll"));
        if (string.Equals(Path.GetFileNameWithoutExtension(host), "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return new ServerProgram { File = host, Leading = [assembly] };
        }

        string program = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return new ServerProgram { File = program, Leading = [] };
    }

    private static bool IsWhole(string folder) =>
        Endings.All(ending => System.IO.File.Exists(Path.Combine(folder, Name + ending)));
}
