namespace Strongroom.Vocabulary;

/// <summary>The sorts of actor; the numbers stand in the audit log and are final.</summary>
public enum ActorKind
{
    /// <summary>Not an actor.</summary>
    None = 0,

    /// <summary>A person who works here.</summary>
    StaffMember = 1,

    /// <summary>A program with a key of its own.</summary>
    ServiceAccount = 2,

    /// <summary>A public form.</summary>
    IntakeForm = 3,

    /// <summary>Long work that somebody started.</summary>
    Job = 4,

    /// <summary>The customer whose data it is.</summary>
    Customer = 5,

    /// <summary>The server itself: starting, stopping, rolling over.</summary>
    Server = 6,

    /// <summary>Somebody who is not logged in.</summary>
    Visitor = 7,
}
