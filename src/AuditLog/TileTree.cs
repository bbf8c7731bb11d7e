namespace Strongroom.AuditLog;

/// <summary>
/// The growing edge of the tree: one unfinished tile a level, 8 KiB each. That is all of the tree that is kept in
/// memory.
/// </summary>
internal sealed class TileTree(TileFilled filled)
{
    private readonly List<Edge> _edges = [];

    /// <summary>Who takes filled tiles.</summary>
    public TileFilled Filled { get; set; } = filled;

    public long Size { get; private set; }

    public void Append(ReadOnlySpan<byte> leafHash)
    {
        Append(0, leafHash);
        Size++;
    }

    /// <summary>The root of everything appended; up to 255 hashes a level.</summary>
    public TreeHash Root()
    {
        TreeHash? root = null;
        Span<byte> block = stackalloc byte[TilePlace.FullSize];
        foreach (Edge edge in _edges)
        {
            // From the right: the smallest whole subtrees first, each the bits of the width from below.
            int end = edge.Width;
            for (int count = 1; count <= end; count *= 2)
            {
                if ((edge.Width & count) == 0)
                {
                    continue;
                }

                Span<byte> whole = block[..(count * TreeHash.Size)];
                end -= count;
                edge.Hashes.AsSpan(end * TreeHash.Size, whole.Length).CopyTo(whole);
                TreeHashing.FoldWhole(whole);
                TreeHash left = TreeHash.FromBytes(whole[..TreeHash.Size]);
                root = root is null ? left : TreeHash.OfNode(left, root);
            }
        }

        return root ?? TreeHash.OfNothing;
    }

    /// <summary>Copies of the partial tiles that a checkpoint of the present size needs.</summary>
    public IReadOnlyList<(TilePlace Place, byte[] Hashes)> CopyPartial() =>
    [
        .. _edges.Index().Where(edge => edge.Item.Width > 0).Select(edge => (
            new TilePlace(edge.Index, edge.Item.Tiles, edge.Item.Width),
            edge.Item.Hashes[..(edge.Item.Width * TreeHash.Size)])),
    ];

    private void Append(int level, ReadOnlySpan<byte> hash)
    {
        if (level == _edges.Count)
        {
            _edges.Add(new Edge());
        }

        Edge edge = _edges[level];
        hash[..TreeHash.Size].CopyTo(edge.Hashes.AsSpan(edge.Width * TreeHash.Size));
        edge.Width++;
        if (edge.Width == TilePlace.FullWidth)
        {
            Filled(new TilePlace(level, edge.Tiles, TilePlace.FullWidth), edge.Hashes);
            TreeHashing.FoldWhole(edge.Hashes);
            edge.Width = 0;
            edge.Tiles++;
            Append(level + 1, edge.Hashes);
        }
    }

    private sealed class Edge
    {
        public byte[] Hashes { get; } = new byte[TilePlace.FullSize];

        public int Width { get; set; }

        public long Tiles { get; set; }
    }
}
