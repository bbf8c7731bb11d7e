namespace Strongroom.Server.Compartments;

/// <summary>Files of one sort in a compartment's folder.</summary>
/// <param name="What">A database's name, or a folder's.</param>
/// <param name="Count">How many files.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="ChangedAt">When the newest was written.</param>
internal sealed record StoredFiles(string What, long Count, long Bytes, DateTimeOffset ChangedAt);
