using System.Globalization;
using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>Holds the tiles on disk against the hashes that an outsider computed from the journal.</summary>
internal sealed class VerifierTiles(string directory, long coveredSize, VerifierFaults faults)
{
    private const int TileHashes = 256;
    private readonly List<Level> _levels = [];

    /// <summary>Where the full tile lies: groups of three digits, all but the last after an x.</summary>
    public static string NameOf(int level, long tile)
    {
        string digits = tile.ToString(CultureInfo.InvariantCulture);
        digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
        IEnumerable<string> above = digits[..^3].Chunk(3).Select(group => $"x{new string(group)}/");
        return string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{string.Concat(above)}{digits[^3..]}");
    }

    /// <summary>Takes the next hash of a level (the root of 256^level leaves).</summary>
    public void Add(int number, ReadOnlyMemory<byte> hash)
    {
        if (number == _levels.Count)
        {
            _levels.Add(new Level(number));
        }

        Level level = _levels[number];
        hash.CopyTo(level.Hashes.AsMemory(level.Width * TreeHash.Size));
        level.Width++;
        if (level.Width == TileHashes)
        {
            CompareFull(level);
            ComparePartial(level);
            level.Width = 0;
            level.Tile++;
        }
    }

    /// <summary>Requires the partial tiles of the size that was just reached.</summary>
    public void RequirePartial()
    {
        foreach (Level level in _levels.Where(level => level.Width > 0))
        {
            string full = NameOf(level.Number, level.Tile);
            string name = string.Create(CultureInfo.InvariantCulture, $"{full}.p/{level.Width}");
            if (!File.Exists(PathOf(name)) && !File.Exists(PathOf(full)))
            {
                faults.Add(name, "the tile is missing");
            }
        }
    }

    /// <summary>Compares what is there of the tiles that have not become full.</summary>
    public void Finish()
    {
        foreach (Level level in _levels.Where(level => level.Width > 0))
        {
            ComparePartial(level);
        }
    }

    private void CompareFull(Level level)
    {
        string name = NameOf(level.Number, level.Tile);
        if (File.Exists(PathOf(name)))
        {
            Compare(name, level.Hashes);
        }
        else if ((level.Tile + 1) * TileHashes <= coveredSize >> (8 * level.Number))
        {
            faults.Add(name, "the tile is missing");
        }
    }

    // Also those of earlier checkpoints, which may stay until the tile is full.
    private void ComparePartial(Level level)
    {
        string name = NameOf(level.Number, level.Tile) + ".p";
        if (!Directory.Exists(PathOf(name)))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(PathOf(name)).Select(file => Path.GetFileName(file)))
        {
            // A wider one belongs to a checkpoint that was made after this reading began.
            if (int.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out int width)
                && width > 0 && width <= level.Width)
            {
                Compare($"{name}/{file}", level.Hashes.AsSpan(0, width * TreeHash.Size));
            }
        }
    }

    private void Compare(string name, ReadOnlySpan<byte> computed)
    {
        byte[] untrustedTile;
        try
        {
            untrustedTile = File.ReadAllBytes(PathOf(name));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // a partial tile that has just become full
        }

        if (!CryptographicOperations.FixedTimeEquals(untrustedTile, computed))
        {
            faults.Add(name, "the tile is not made of the journal's entries");
        }
    }

    private string PathOf(string name) => Path.Combine(directory, name);

    private sealed class Level(int number)
    {
        public int Number { get; } = number;

        public byte[] Hashes { get; } = new byte[TileHashes * TreeHash.Size];

        public int Width { get; set; }

        public long Tile { get; set; }
    }
}
