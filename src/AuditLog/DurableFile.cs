using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Strongroom.AuditLog;

/// <summary>Files and folders that only their owner may read, put in place whole and synced.</summary>
internal static class DurableFile
{
    public const string Unfinished = ".new";
    private const int ReadOnlyFlag = 0;
    private const int CloseOnExec = 0x80000;

    /// <summary>
    /// Puts a whole file in place; after a crash the old or the new one is there. The folder is synced too.
    /// </summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        Write(path, bytes, sync: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Puts a whole file in place, by renaming.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool sync)
    {
        string unfinished = path + Unfinished;
        using (FileStream file = Open(unfinished, FileMode.Create, FileShare.None))
        {
            RandomAccess.Write(file.SafeFileHandle, bytes, 0);
            if (sync)
            {
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static void Sync(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Makes the names in a folder durable; Windows keeps them by itself.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int opened = NativeMethods.Open(path, ReadOnlyFlag | (OperatingSystem.IsLinux() ? CloseOnExec : 0));
        if (opened < 0)
        {
            throw new IOException(
                $"a folder of the audit log could not be opened to sync it (errno {Marshal.GetLastPInvokeError()})");
        }

        using SafeFileHandle folder = new(opened, ownsHandle: true);
        RandomAccess.FlushToDisk(folder);
    }
}
