using System.Security.Cryptography;
using Strongroom.Sealing;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Sealed files of documents under random names. What is not sealed never touches the disk.</summary>
internal static class SealedFiles
{
    /// <summary>Seals a content into a new file, durably.</summary>
    /// <exception cref="RefusedException">The disk refused; nothing was kept.</exception>
    public static async Task<StoredFile> WriteAsync(
        string folder, OwnerSeal seal, string column, ReadOnlyMemory<byte> plain, CancellationToken cancellation)
    {
        using MemoryStream content = ToStream(plain);
        return await WriteAsync(folder, seal, column, content, SHA256.HashData(plain.Span), cancellation);
    }

    /// <summary>Seals a stream of known length and hash into a new file, durably.</summary>
    /// <exception cref="RefusedException">The disk refused; nothing was kept.</exception>
    public static async Task<StoredFile> WriteAsync(
        string folder, OwnerSeal seal, string column, Stream plain, byte[] hash, CancellationToken cancellation)
    {
        var id = RecordId.New();
        string file = PathOf(folder, id);
        DataFolder.MakeFolder(folder);
        try
        {
            await using (FileStream destination = Create(file))
            {
                await SealedFile.SealAsync(plain, destination, seal.Key, seal.FileContext(column, id), cancellation);
                await destination.FlushAsync(cancellation);
                RandomAccess.FlushToDisk(destination.SafeFileHandle);
            }

            DurableFile.SyncFolder(folder);
            return new StoredFile(id, plain.Length, hash);
        }
        catch (IOException)
        {
            File.Delete(file);
            throw new RefusedException(StorageRefusals.StoreUnavailable);
        }
        catch (OperationCanceledException)
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Opens a sealed file for reading.</summary>
    /// <exception cref="RefusedException">It is missing, forged, cut short or another one.</exception>
    public static async Task<SealedFileReader> OpenAsync(
        string folder, OwnerSeal seal, string column, StoredFile file, CancellationToken cancellation)
    {
        string path = PathOf(folder, file.Id);
        if (!File.Exists(path))
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: true);
        SealedFileReader? reader = await SealedFile.TryOpenAsync(
            stream, seal.Key, seal.FileContext(column, file.Id), cancellation);
        if (reader is not null)
        {
            return reader;
        }

        await stream.DisposeAsync();
        throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    /// <summary>Reads a sealed file whole.</summary>
    /// <exception cref="RefusedException">It is missing, forged, cut short or another one.</exception>
    public static async Task<byte[]> ReadAsync(
        string folder, OwnerSeal seal, string column, StoredFile file, CancellationToken cancellation)
    {
        await using SealedFileReader reader = await OpenAsync(folder, seal, column, file, cancellation);
        byte[] content = new byte[reader.Length];
        try
        {
            await reader.ReadExactlyAsync(content, cancellation);
            return content;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }
    }

    /// <summary>Destroys a file for good.</summary>
    public static void DestroyForever(string folder, StoredFile file) =>
        DurableFile.DestroyForever(PathOf(folder, file.Id), SealedFile.HeaderLength);

    /// <summary>Where a sealed file lies.</summary>
    public static string PathOf(string folder, RecordId id) => Path.Combine(folder, id.ToString());

    private static MemoryStream ToStream(ReadOnlyMemory<byte> plain) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(plain, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(plain.ToArray(), writable: false);

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
