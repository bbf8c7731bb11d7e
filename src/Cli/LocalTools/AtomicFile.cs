using System.Security.Cryptography;

namespace Strongroom.Cli.LocalTools;

/// <summary>Writes a file whole or not at all: into a new file of the same folder, synced, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the file. It is not stopped half-way: what is proved is kept.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string partial = Path.Combine(folder, ".strongroom-" + RandomNumberGenerator.GetHexString(16, lowercase: true));
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, CancellationToken.None);
#pragma warning disable CA1849 // The asynchronous flush does not reach the disk.
                file.Flush(flushToDisk: true);
#pragma warning restore CA1849
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
