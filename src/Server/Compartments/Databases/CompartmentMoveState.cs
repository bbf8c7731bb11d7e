namespace Strongroom.Server.Compartments.Databases;

/// <summary>How far a move has come. The numbers stand in the registry.</summary>
internal enum CompartmentMoveState
{
    /// <summary>Not a state.</summary>
    None = 0,

    /// <summary>The old databases are the compartment's; the new ones are being filled.</summary>
    Copying = 1,

    /// <summary>The new databases are the compartment's; the old ones are still to be emptied.</summary>
    Emptying = 2,
}
