using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Strongroom.Vocabulary.Paper;

#pragma warning disable RS0030 // The Redactor's children are started here and nowhere else.
namespace Strongroom.Redactor.Children;

/// <summary>
/// How a child of the Redactor is locked in: bubblewrap shows it the programs and libraries of <c>/usr</c>, this program,
/// and an empty folder in memory; no network, no other process, no other file, no environment. Every limit is set inside.
/// </summary>
internal sealed record Sandbox
{
    /// <summary>Where the sandbox shows this program's folder.</summary>
    private const string OwnFolder = "/program";
    private const string Framework = "/dotnet";
    private const string Limiter = "/usr/bin/prlimit";
    private const string Own = "Strongroom.Redactor";

    /// <summary>What the programs need of the machine besides <c>/usr</c>: where libraries and typefaces are.</summary>
    private static readonly string[] AlsoShown =
        ["/etc/fonts", "/etc/ld.so.cache", "/etc/alternatives", "/var/cache/fontconfig"];

    private static readonly TimeSpan TrialTime = TimeSpan.FromSeconds(10);

    /// <summary>The program that makes the sandbox.</summary>
    public string Program { get; init; } = "/usr/bin/bwrap";

    /// <summary>The folder of this program.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>How much a child may take.</summary>
    public ChildLimits Limits { get; init; } = new();

    /// <summary>This program inside the sandbox, doing a child's work.</summary>
    public ProcessStartInfo StartLocked(string work) => StartCommand(Path.Combine(OwnFolder, Own), work);

    /// <summary>A command inside the sandbox.</summary>
    public ProcessStartInfo StartCommand(params IEnumerable<string> command) => Start(
        Program, [.. Walls(), "--", Limiter, .. Limits.Arguments(countsTasks: true), "--", .. command]);

    /// <summary>This program held by limits alone, doing a child's work.</summary>
    /// <param name="folder">Where it may write.</param>
    /// <param name="work">What it does.</param>
    public ProcessStartInfo StartLimited(string folder, string work)
    {
        ProcessStartInfo start = Start(
            "/usr/bin/setpriv",
            [
                "--no-new-privs", "--pdeathsig=KILL", "--", Limiter, .. Limits.Arguments(countsTasks: false), "--",
                Path.Combine(Folder, Own), work,
            ]);
        start.Environment["PATH"] = "/usr/bin";
        start.Environment["TMPDIR"] = folder;
        foreach ((string name, string value) in Runtime(FrameworkFolder))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Whether a process can be locked in on this machine.</summary>
    public bool Starts()
    {
        if (!File.Exists(Program))
        {
            return false;
        }

        using var process = ChildProcess.Start(StartCommand("/usr/bin/true"), TrialTime);
        process.Send(ReadOnlyMemory<byte>.Empty);
        return process.WaitForEnd() == 0;
    }

    /// <summary>What is missing on this machine to read PDF: names of programs, and the sandbox where it does not start.</summary>
    public IReadOnlyList<string> Missing()
    {
        IEnumerable<string> programs = PaperTools.All.Select(tool => tool.Program).Where(
            name => !File.Exists(Path.Combine("/usr/bin", name)));
        return Starts() ? [.. programs] : [.. programs, PaperTools.Sandbox];
    }

    /// <summary>What the sandbox is made of, as bubblewrap is told.</summary>
    private IEnumerable<string> Walls() =>
    [
        "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--disable-userns",
        "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv", "--hostname", "sandbox",
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--symlink", "usr/bin", "/bin",
        .. AlsoShown.SelectMany(shown => new[] { "--ro-bind-try", shown, shown }),
        "--proc", "/proc", "--dev", "/dev",
        "--size", Limits.FileBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp", "--chdir", "/tmp",
        "--ro-bind", Folder, OwnFolder,
        .. FrameworkFolder is { } framework ? ["--ro-bind", framework, Framework] : Array.Empty<string>(),
        // Where the server runs as root, so does the child outside, and the kernel's own settings would be open to it.
        "--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/",
        "--setenv", "PATH", "/usr/bin",
        .. Runtime(FrameworkFolder is null ? null : Framework).SelectMany(
            pair => new[] { "--setenv", pair.Name, pair.Value }),
    ];

    private IEnumerable<(string Name, string Value)> Runtime(string? framework)
    {
        yield return ("DOTNET_EnableDiagnostics", "0"); // otherwise the same account can read its memory
        yield return ("DOTNET_GCHeapHardLimit", Limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture));
        if (framework is not null)
        {
            yield return ("DOTNET_ROOT", framework);
        }
    }

    /// <summary>Where .NET is; null where it lies in this program's own folder.</summary>
    private static string? FrameworkFolder
    {
        get
        {
            string folder = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            return Directory.Exists(Path.Combine(folder, "host", "fxr")) ? folder : null;
        }
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        return start;
    }
}
