namespace Strongroom.AuditLog;

/// <summary>What an outsider's reading of a log found. No personal data.</summary>
public sealed record VerificationReport
{
    /// <summary>The name of the log, as its journal states it.</summary>
    public string? Origin { get; init; }

    /// <summary>The number of entries that were read.</summary>
    public required long Entries { get; init; }

    /// <summary>How many of them the checkpoint on disk covers; null without a readable one.</summary>
    public long? CheckpointSize { get; init; }

    /// <summary>The root that was computed from the entries at that size; null when there are not so many.</summary>
    public TreeHash? Root { get; init; }

    /// <summary>Whether a key was given and the checkpoint bears its signature.</summary>
    public required bool SignatureIsValid { get; init; }

    /// <summary>The time of the first entry.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The time of the last entry.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>How many numbers are missing between entries.</summary>
    public required long Gaps { get; init; }

    /// <summary>
    /// How often an entry is earlier than the one before it: the clock was set back. No fault of the log.
    /// </summary>
    public required long ClockStepsBack { get; init; }

    /// <summary>
    /// Bytes at the end of the journal that are not a whole record: being written, or left by a crash.
    /// </summary>
    public required long UnfinishedBytes { get; init; }

    /// <summary>What is wrong; at most the first hundred.</summary>
    public required IReadOnlyList<VerificationFault> Faults { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Faults.Count == 0;
}
