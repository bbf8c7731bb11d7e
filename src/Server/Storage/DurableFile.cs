using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Strongroom.Server.Storage;

/// <summary>Replaces a file whole or not at all, and durably: new file, sync, rename, sync of the folder.</summary>
internal static partial class DurableFile
{
    /// <summary>How the names of files that are being written end; what a crash left of them may go.</summary>
    public const string FreshSuffix = ".new";

    // EEXIST; on Windows ERROR_FILE_EXISTS and ERROR_ALREADY_EXISTS.
    private static readonly int[] IsThere = [17, 80, 183];

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes <paramref name="content"/> beside <paramref name="file"/> and renames it into place.</summary>
    /// <exception cref="IOException">The disk refused; the old content stands.</exception>
    public static void Replace(string file, ReadOnlySpan<byte> content)
    {
        string fresh = file + FreshSuffix;
        try
        {
            using (SafeFileHandle handle = Create(fresh))
            {
                RandomAccess.Write(handle, content, 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(fresh, file, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(fresh);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(file)!);
    }

    /// <summary>
    /// Writes a file that is not there yet, whole or not at all; the folder is still to be synced. Any number may write
    /// the same name at once: one of them wins.
    /// </summary>
    /// <returns>False where the file is there already.</returns>
    /// <exception cref="IOException">The disk refused; nothing is there.</exception>
    public static bool TryCreate(string file, ReadOnlySpan<byte> content)
    {
        string fresh = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}{FreshSuffix}";
        try
        {
            using (SafeFileHandle handle = Create(fresh))
            {
                RandomAccess.Write(handle, content, 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(fresh, file, overwrite: false);
            return true;
        }
        catch (IOException there) when (IsThere.Contains(there.HResult & 0xffff))
        {
            // Not looked for again: it may have been read and removed since.
            File.Delete(fresh);
            return false;
        }
        catch (IOException)
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>
    /// Destroys a file for good: its head, which holds the sealed key of the rest, is overwritten before the name goes.
    /// One that is not there changes nothing.
    /// </summary>
    public static void DestroyForever(string file, int headLength)
    {
        if (!File.Exists(file))
        {
            return;
        }

        using (FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            stream.Write(RandomNumberGenerator.GetBytes(headLength));
            stream.Flush(flushToDisk: true);
        }

        File.Delete(file);
        SyncFolder(Path.GetDirectoryName(file)!);
    }

    /// <summary>Makes a rename or a new name in a folder survive a power cut. Windows does so by itself.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders, so this asks the C library: open(2) with O_RDONLY, fsync(2), close(2).
        int descriptor = OpenFolder(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException("the folder cannot be opened to sync it");
        }

        int result = Sync(descriptor);
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException("the folder cannot be synced");
        }
    }

    private static SafeFileHandle Create(string file)
    {
        SafeFileHandle handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write, FileShare.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(handle, OwnerOnly);
        }

        return handle;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
