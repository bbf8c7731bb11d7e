using System.Runtime.InteropServices;

namespace Strongroom.AuditLog.Tests;

/// <summary>
/// Puts <c>/dev/full</c>, on which every write fails for want of space, in the place of an open file.
/// </summary>
internal static partial class FullDevice
{
    public static void TakePlaceOf(string path)
    {
        string place = Directory.EnumerateFiles("/proc/self/fd").Single(file =>
            string.Equals(
                File.ResolveLinkTarget(file, returnFinalTarget: false)?.FullName, path, StringComparison.Ordinal));
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.ReadWrite);
        int number = int.Parse(Path.GetFileName(place), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(number, Duplicate((int)full.SafeFileHandle.DangerousGetHandle(), number));
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int old, int place);
}
