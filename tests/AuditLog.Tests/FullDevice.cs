using System.Runtime.InteropServices;

namespace Strongroom.AuditLog.Tests;

/// <summary>
/// Puts <c>/dev/full</c>, on which every write fails for want of space, in the place of an open file.
/// </summary>
internal static partial class FullDevice
{
    public static void TakePlaceOf(string path)
    {
        string place = Directory.EnumerateFiles("/proc/self/fd").Single(file => LeadsTo(file, path));
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.ReadWrite);
        int number = int.Parse(Path.GetFileName(place), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(number, Duplicate((int)full.SafeFileHandle.DangerousGetHandle(), number));
    }

    private static bool LeadsTo(string file, string path)
    {
        try
        {
            string? target = File.ResolveLinkTarget(file, returnFinalTarget: false)?.FullName;
            return string.Equals(target, path, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Another test has closed its file meanwhile.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int old, int place);
}
