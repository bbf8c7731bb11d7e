namespace Strongroom.AuditLog;

/// <summary>Takes a filled tile; the bytes are only lent.</summary>
internal delegate void TileFilled(TilePlace place, ReadOnlySpan<byte> hashes);
