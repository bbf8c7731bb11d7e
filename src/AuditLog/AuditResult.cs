namespace Strongroom.AuditLog;

/// <summary>How an act ended. The numbers stand in the log and are final.</summary>
#pragma warning disable CA1028 // The size is the one that it has in the log.
public enum AuditResult : byte
#pragma warning restore CA1028
{
    /// <summary>Not a result.</summary>
    None = 0,

    /// <summary>It was done, or is about to be: the entry comes first.</summary>
    Done = 1,

    /// <summary>A rule said no.</summary>
    Refused = 2,

    /// <summary>It was allowed and did not work.</summary>
    Failed = 3,
}
