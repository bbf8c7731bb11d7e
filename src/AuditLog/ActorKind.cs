namespace Strongroom.AuditLog;

/// <summary>What sort of actor. The numbers stand in the log and are final.</summary>
#pragma warning disable CA1028 // The size is the one that it has in the log.
public enum ActorKind : byte
#pragma warning restore CA1028
{
    /// <summary>Not a kind.</summary>
    None = 0,

    /// <summary>A member of staff.</summary>
    Staff = 1,

    /// <summary>A service account.</summary>
    ServiceAccount = 2,

    /// <summary>The public intake form.</summary>
    IntakeForm = 3,

    /// <summary>A job.</summary>
    Job = 4,

    /// <summary>A customer, named by the object handle.</summary>
    Customer = 5,

    /// <summary>The program itself.</summary>
    Program = 6,

    /// <summary>Somebody who is not logged in.</summary>
    Stranger = 7,
}
