using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// What the access rule needs to know of a caller. Read fresh for every request, so that a change counts at once.
/// </summary>
internal sealed record Standing
{
    public required Actor Actor { get; init; }

    /// <summary>What roles or scopes grant.</summary>
    public required IReadOnlySet<Permission> Permissions { get; init; }

    /// <summary>Names of the compartment series assigned.</summary>
    public required IReadOnlySet<string> Series { get; init; }

    /// <summary>
    /// Until when the screening holds; null where there is none. That instant itself is already too late.
    /// </summary>
    public DateTimeOffset? ScreenedUntil { get; init; }

    public bool HasSignedCurrentAgreement { get; init; }

    /// <summary>
    /// When the second factor was last given on purpose, for an act that asks for it; the log-in does not count.
    /// </summary>
    public DateTimeOffset? SteppedUpAt { get; init; }

    /// <summary>The hash of the one act that the step-up opens; null for all that ask for one.</summary>
    public string? SteppedUpFor { get; init; }

    /// <summary>The step-up's entry in the audit log.</summary>
    public long? StepUpEntry { get; init; }

    /// <summary>The screen is locked: only unlocking and logging out answer.</summary>
    public bool IsLocked { get; init; }

    /// <summary>When the second factor was last given at all, the log-in counted; null for service accounts.</summary>
    public DateTimeOffset? FactorAt { get; init; }

    /// <summary>The field kinds that may be revealed; null means all.</summary>
    public IReadOnlySet<string>? RevealKinds { get; init; }

    public bool IsServiceAccount => Actor.Kind == ActorKind.ServiceAccount;

    /// <summary>
    /// The keyed hash of the session's token, in hexadecimal digits; null for service accounts and visitors.
    /// </summary>
    public string? Session { get; init; }

    /// <summary>Somebody who is not logged in.</summary>
    public static Standing Visitor { get; } = new()
    {
        Actor = Actor.Visitor,
        Permissions = new HashSet<Permission>(),
        Series = new HashSet<string>(StringComparer.Ordinal),
    };
}
