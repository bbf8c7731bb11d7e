using System.Runtime.InteropServices;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog;

/// <summary>
/// What is known of the synced entries: the tree's edge, where records begin, the highest counts. Safe for several
/// threads.
/// </summary>
internal sealed class JournalState(TileFiles tiles)
{
    private readonly Lock _lock = new();
    private readonly TileTree _tree = new(tiles.Restore);
    private readonly JournalIndex _index = new();
    private readonly Dictionary<Guid, long> _counts = [];

    public long Size
    {
        get
        {
            lock (_lock)
            {
                return _tree.Size;
            }
        }
    }

    /// <summary>After reading through, tiles are new and not compared any more.</summary>
    public void WriteTilesFromNow() => _tree.Filled = tiles.Write;

    public void Append(ReadOnlySpan<byte> leaf, long offset)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Size];
        TreeHashing.Leaf(leaf, hash);
        lock (_lock)
        {
            _tree.Append(hash);
            _index.Add(offset);
            ref long highest = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _counts, AuditLeaf.Compartment(leaf), out _);
            highest = Math.Max(highest, AuditLeaf.Count(leaf));
        }
    }

    public TreeHead Head()
    {
        lock (_lock)
        {
            return new TreeHead(_tree.Size, _tree.Root(), _tree.CopyPartial());
        }
    }

    /// <summary>A record at or before the wanted one: its sequence and offset.</summary>
    public (long Sequence, long Offset) Before(long sequence)
    {
        lock (_lock)
        {
            return _index.Before(sequence);
        }
    }

    public long HighestCount(CompartmentId? compartment)
    {
        Span<byte> id = stackalloc byte[IIdentifier.Size];
        id.Clear();
        compartment?.CopyTo(id);
        lock (_lock)
        {
            return _counts.GetValueOrDefault(new Guid(id, bigEndian: true));
        }
    }
}
