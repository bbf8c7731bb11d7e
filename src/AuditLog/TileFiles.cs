using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>The tiles on disk: written as they fill, synced before a checkpoint needs them.</summary>
internal sealed class TileFiles(string directory)
{
    private readonly Lock _lock = new();
    private List<TilePlace> _unsynced = [];

    /// <summary>Tiles that were lost or spoiled and made again.</summary>
    public long Restored { get; private set; }

    public void Write(TilePlace place, ReadOnlySpan<byte> hashes)
    {
        string path = PathOf(place);
        DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
        DurableFile.Write(path, hashes, sync: false);
        lock (_lock)
        {
            _unsynced.Add(place);
        }
    }

    /// <summary>Puts right what the journal shows to be lost or spoiled.</summary>
    public void Restore(TilePlace place, ReadOnlySpan<byte> hashes)
    {
        string path = PathOf(place);
        if (File.Exists(path) && CryptographicOperations.FixedTimeEquals(File.ReadAllBytes(path), hashes))
        {
            return;
        }

        Restored++;
        Write(place, hashes);
    }

    /// <summary>
    /// Syncs what was written since, with the folders above; then partial tiles that have become full may go.
    /// </summary>
    public void SyncAll()
    {
        List<TilePlace> written;
        lock (_lock)
        {
            (written, _unsynced) = (_unsynced, []);
        }

        HashSet<string> folders = [];
        foreach (TilePlace place in written)
        {
            string path = PathOf(place);
            DurableFile.Sync(path);
            while (path.Length > directory.Length && folders.Add(path = Path.GetDirectoryName(path)!))
            {
            }
        }

        foreach (string folder in folders.OrderByDescending(folder => folder.Length))
        {
            DurableFile.SyncFolder(folder);
        }

        foreach (TilePlace place in written.Where(place => place.Width == TilePlace.FullWidth))
        {
            RemovePartial(PathOf(place) + ".p");
        }
    }

    /// <summary>The root of the whole subtree of 2^height leaves, from the tiles of a tree of that size.</summary>
    public TreeHash Whole(int height, long index, long treeSize)
    {
        (int level, int within) = (height / 8, height % 8);
        long first = index << within;
        int count = (1 << within) * TreeHash.Size;
        int offset = (int)(first % TilePlace.FullWidth) * TreeHash.Size;
        byte[] tile = Read(TilePlace.Of(level, first, treeSize));
        if (tile.Length < offset + count)
        {
            throw new AuditDamagedException(TilePlace.Of(level, first, treeSize).Path, "the tile is too short");
        }

        Span<byte> block = tile.AsSpan(offset, count);
        TreeHashing.FoldWhole(block);
        return TreeHash.FromBytes(block[..TreeHash.Size]);
    }

    // A partial tile is removed once it is full; then the full one begins with the same hashes.
    private byte[] Read(TilePlace place)
    {
        string path = PathOf(place);
        return File.ReadAllBytes(File.Exists(path) ? path : PathOf(place with { Width = TilePlace.FullWidth }));
    }

    private static void RemovePartial(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string PathOf(TilePlace place) => Path.Combine(directory, place.Path);
}
