using System.Runtime.InteropServices;

namespace Strongroom.Cli.Serving;

/// <summary>What the base library does not offer: becoming another program, and asking one to stop.</summary>
internal static partial class NativeMethods
{
    public const int Terminate = 15;

    /// <summary>Replaces this program; returns only when that failed.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments, without its own name.</param>
    public static void Become(string path, IEnumerable<string> arguments)
    {
        // By hand: what is generated for an array of strings ends in an overflow now and then where arithmetic is checked.
        nint[] pointers = [.. arguments.Prepend(path).Select(Marshal.StringToCoTaskMemUTF8), 0];
        _ = Execute(pointers[0], pointers);
        Array.ForEach(pointers, Marshal.FreeCoTaskMem);
    }

    [LibraryImport("libc", EntryPoint = "execv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Execute(nint path, nint[] arguments);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Signal(int process, int signal);
}
