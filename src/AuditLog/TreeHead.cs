namespace Strongroom.AuditLog;

/// <summary>What signing needs to know of the tree at one moment.</summary>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">The root.</param>
/// <param name="PartialTiles">The unfinished tiles of that size.</param>
internal sealed record TreeHead(
    long Size, TreeHash Root, IReadOnlyList<(TilePlace Place, byte[] Hashes)> PartialTiles);
