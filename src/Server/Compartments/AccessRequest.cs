using Strongroom.AuditLog;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// What somebody wants in one compartment, whole: the rule decides on nothing else, and the log says just this.
/// </summary>
internal sealed record AccessRequest
{
    /// <summary>The compartment it is about.</summary>
    public required CompartmentFacts Compartment { get; init; }

    /// <summary>What will be done, as the log names it.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>How the log says that it ended: a failure is opened for, too, to be put on record.</summary>
    public AuditResult Result { get; init; } = AuditResult.Done;

    /// <summary>The permission that it takes.</summary>
    public required Permission Permission { get; init; }

    /// <summary>The one customer it is about; null for an act on many or on none yet.</summary>
    public CustomerCode? Customer { get; init; }

    /// <summary>How the log names that customer, or the document.</summary>
    public ObjectHandle? Handle { get; init; }

    /// <summary>The document it is about; null where it is about none.</summary>
    public DocumentId? Document { get; init; }

    /// <summary>The field kinds whose values leave; empty where none does.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The field kinds that a look-up compares; no value of them leaves.</summary>
    public IReadOnlyList<string> LookedUpBy { get; init; } = [];

    /// <summary>The highest sensitivity among <see cref="Kinds"/>; <c>None</c> where no value leaves.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Why, from the list of purposes; needed wherever a value leaves.</summary>
    public string? Purpose { get; init; }

    /// <summary>The case's number, if the caller gave one.</summary>
    public string? Case { get; init; }

    /// <summary>What else the entry says, such as a version or the number of another entry; no values, ever.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A masked view is noted without waiting for the disk; everything else waits.</summary>
    public bool IsOnlyNoted { get; init; }
}
