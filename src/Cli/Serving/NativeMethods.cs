using System.Runtime.InteropServices;

namespace Strongroom.Cli.Serving;

/// <summary>What the base library does not offer: becoming another program, and asking one to stop.</summary>
internal static partial class NativeMethods
{
    public const int Terminate = 15;

    /// <summary>Replaces this program; returns only when that failed.</summary>
    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Become(string path, string?[] arguments);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Signal(int process, int signal);
}
