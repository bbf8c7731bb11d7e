namespace Strongroom.Server.Staff;

/// <summary>How far a member of staff is; the numbers stand in the registry.</summary>
internal enum StaffState
{
    /// <summary>Not a state.</summary>
    None = 0,

    /// <summary>Invited; has no password yet.</summary>
    Invited = 1,

    /// <summary>May log in.</summary>
    Active = 2,

    /// <summary>May not log in; every session has ended.</summary>
    Suspended = 3,

    /// <summary>
    /// Nobody: the row that log-ins under unknown addresses are checked against, so that they cost the same.
    /// </summary>
    Decoy = 4,
}
