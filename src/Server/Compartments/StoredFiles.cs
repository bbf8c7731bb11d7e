namespace Strongroom.Server.Compartments;

/// <summary>Files of one sort in a compartment's folder, or a database at a server.</summary>
/// <param name="What">A database's name, or a folder's.</param>
/// <param name="Count">How many files; 1 for a database at a server.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="ChangedAt">When the newest was written; null for a database at a server, which does not say.</param>
internal sealed record StoredFiles(string What, long Count, long Bytes, DateTimeOffset? ChangedAt);
