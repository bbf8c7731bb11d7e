using Strongroom.Vocabulary;

namespace Strongroom.AuditLog;

/// <summary>
/// One entry as its author gives it; sequence and time are given by the journal. No personal data outside the sealed
/// body.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>The largest sealed body, in bytes.</summary>
    public const int MaxSealedBody = 1024 * 1024;

    /// <summary>What was done.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>Who did it.</summary>
    public required ActorRef Actor { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditResult Result { get; init; }

    /// <summary>In which compartment; null where there is none.</summary>
    public CompartmentId? Compartment { get; init; }

    /// <summary>The random handle of the customer or document; null where there is none.</summary>
#pragma warning disable CA1720 // The word of the log's header; no type is meant.
    public ObjectHandle? Object { get; init; }
#pragma warning restore CA1720

    /// <summary>The compartment's commit count; the keyring's revision where there is no compartment.</summary>
    public required long Count { get; init; }

    /// <summary>Salt and body, sealed (<see cref="AuditBody"/>).</summary>
    public required ReadOnlyMemory<byte> SealedBody { get; init; }

    /// <summary>SHA-256(salt ‖ body), 32 bytes.</summary>
    public required ReadOnlyMemory<byte> BodyCommitment { get; init; }

    /// <summary>Names act, actor and place, never the body.</summary>
    public override string ToString() => $"{Act} by {Actor}: {Result}";
}
