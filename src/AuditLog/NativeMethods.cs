using System.Runtime.InteropServices;

namespace Strongroom.AuditLog;

/// <summary>The base library opens no folders, and a folder must be opened to be synced.</summary>
internal static partial class NativeMethods
{
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Open(string path, int flags);
}
