namespace Strongroom.Server.Staff;

/// <summary>What a passkey is asked for; an answer to one kind is no answer to another.</summary>
internal enum CeremonyKind
{
    /// <summary>Not a kind.</summary>
    None = 0,

    /// <summary>To become a way to log in.</summary>
    Registration = 1,

    /// <summary>To log in.</summary>
    LogIn = 2,

    /// <summary>To prove, for one act, that its holder is there.</summary>
    StepUp = 3,

    /// <summary>To unlock a screen.</summary>
    Unlock = 4,

    /// <summary>To sign the agreement.</summary>
    Agreement = 5,
}
