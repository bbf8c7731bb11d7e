namespace Strongroom.Vocabulary;

/// <summary>What a member of staff is here for; permissions follow from it.</summary>
public enum Role
{
    /// <summary>Not a role.</summary>
    None = 0,

    /// <summary>Owns the installation: compartments, staff, settings.</summary>
    Owner = 1,

    /// <summary>Records screenings, publishes agreements, reads the audit log.</summary>
    SecurityOfficer = 2,

    /// <summary>Works with customers of the compartments assigned: registers, corrects, reveals.</summary>
    CaseHandler = 3,

    /// <summary>Works with paperwork: redacts and files.</summary>
    RecordsClerk = 4,

    /// <summary>Finds customers and confirms who they are; reveals nothing Protected.</summary>
    FrontDesk = 5,

    /// <summary>Reads the audit log and verifies it; sees no customer.</summary>
    Auditor = 6,
}
