namespace Strongroom.Server.Storage.Jobs;

/// <summary>How far a job is; the numbers stand in the registry.</summary>
internal enum JobState
{
    None = 0,

    /// <summary>Waits for its turn, or for the installation to be opened.</summary>
    Waiting = 1,

    /// <summary>Works; after a crash it is taken up again.</summary>
    Running = 2,

    /// <summary>Ended well.</summary>
    Done = 3,

    /// <summary>Ended with an outcome that says why; may be tried again.</summary>
    Failed = 4,

    /// <summary>Somebody stopped it; may be tried again.</summary>
    Stopped = 5,
}
