namespace Strongroom.AuditLog;

/// <summary>How an act ended. The numbers stand in the log and are final.</summary>
public enum AuditResult : byte
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
