namespace Strongroom.AuditLog;

/// <summary>An entry with what the journal gave it.</summary>
/// <param name="Sequence">Its number and place in the tree, from 0.</param>
/// <param name="Time">When the journal took it, to the millisecond.</param>
/// <param name="Entry">What its author gave.</param>
public sealed record StoredEntry(long Sequence, DateTimeOffset Time, AuditEntry Entry);
