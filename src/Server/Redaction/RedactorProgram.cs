using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Strongroom.Server.Redaction;

/// <summary>Where the Redactor program is, and how much it may take.</summary>
internal sealed class RedactorProgram
{
    private const string Name = "Strongroom.Redactor";

    /// <summary>The program beside the server's own files.</summary>
    public string File { get; set; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? Name + ".exe" : Name);

    /// <summary>One document takes no longer; then the process is killed.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The same for a document of pages: the Redactor itself ends each of two children after four minutes.</summary>
    public TimeSpan LimitOfPages { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The process's heap, in bytes.</summary>
    public long HeapBytes { get; set; } = 2L << 30;

    /// <summary>How to start it: nothing of our environment, no shell, all three pipes.</summary>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(File, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(File),
        };
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // otherwise the same account can read its memory
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        return start;
    }
}
