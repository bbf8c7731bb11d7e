using Strongroom.AuditLog;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Audit;

/// <summary>
/// An entry as a slice writes it down; number, time, salt and seal are added on the way into the log.
/// </summary>
internal sealed record AuditDraft
{
    public required AuditAct Act { get; init; }

    public required Actor Actor { get; init; }

    public required AuditResult Result { get; init; }

    public CompartmentId? Compartment { get; init; }

    /// <summary>The customer's or document's handle; it is random and names nobody.</summary>
    public ObjectHandle? Object { get; init; }

    /// <summary>The compartment's commit count, or the keyring's revision where there is no compartment.</summary>
    public long Count { get; init; }

    /// <summary>
    /// What else is to be known: fields, purpose, case, ids. No values of fields, ever. Sealed before it is written.
    /// </summary>
    public IReadOnlyDictionary<string, string> Body { get; init; } = new Dictionary<string, string>(
        StringComparer.Ordinal);
}
