namespace Strongroom.Server.Intake.Listener;

/// <summary>What became of a submission.</summary>
internal enum KeptState
{
    None = 0,

    /// <summary>It is kept, durably.</summary>
    New,

    /// <summary>It was kept before: the form was sent twice.</summary>
    Again,

    /// <summary>Too many wait already.</summary>
    Full,
}
