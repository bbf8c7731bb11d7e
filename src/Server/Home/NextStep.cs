namespace Strongroom.Server.Home;

/// <summary>What an installation without customers needs next from whoever looks.</summary>
internal enum NextStep
{
    /// <summary>Not a step.</summary>
    None = 0,

    /// <summary>There is no compartment.</summary>
    Compartment = 1,

    /// <summary>Nobody here may register customers; somebody has to be invited.</summary>
    Invite = 2,

    /// <summary>This person may register customers but is assigned to no series.</summary>
    Assign = 3,

    /// <summary>The first customers.</summary>
    Customers = 4,
}
