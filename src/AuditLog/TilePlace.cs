using System.Globalization;
using System.Runtime.InteropServices;

namespace Strongroom.AuditLog;

/// <summary>Which tile: level, index in the level, and its width in hashes; 256 is a full one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TilePlace(int Level, long Index, int Width)
{
    public const int FullWidth = 256;
    public const int FullSize = FullWidth * TreeHash.Size;

    /// <summary>
    /// The path below the log's folder, as tlog-tiles has it: <c>tile/0/x001/x234/067</c>, <c>….p/17</c>.
    /// </summary>
    public string Path
    {
        get
        {
            string index = Group(Index % 1000);
            for (long rest = Index / 1000; rest > 0; rest /= 1000)
            {
                index = $"x{Group(rest % 1000)}/{index}";
            }

            string full = string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{index}");
            return Width == FullWidth ? full : string.Create(CultureInfo.InvariantCulture, $"{full}.p/{Width}");
        }
    }

    /// <summary>The tile that holds hash number index of a level in a tree of that size.</summary>
    public static TilePlace Of(int level, long index, long treeSize)
    {
        long hashes = treeSize >> (8 * level);
        long tile = index / FullWidth;
        return new TilePlace(level, tile, (int)Math.Min(FullWidth, hashes - (tile * FullWidth)));
    }

    private static string Group(long digits) => digits.ToString("000", CultureInfo.InvariantCulture);
}
