using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>What opening a log needs.</summary>
public sealed record AuditJournalOptions
{
    /// <summary>The folder of the log; it is made when it is not there.</summary>
    public required string Directory { get; init; }

    /// <summary>
    /// The name of this log, one for each server instance: no white space, no plus sign, at most 200 bytes.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>The key that signs checkpoints; it stays its owner's and must outlive the log.</summary>
    public required SigningKey Key { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Public keys that signed before <see cref="Key"/>; the checkpoint on disk may still be theirs.</summary>
    public IReadOnlyList<VerifyingKey> EarlierKeys { get; init; } = [];
}
