namespace Strongroom.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum CheckState
{
    /// <summary>Not a state.</summary>
    None = 0,

    /// <summary>As it should be.</summary>
    Good = 1,

    /// <summary>It works, at a price or with something missing that is only needed later.</summary>
    Warning = 2,

    /// <summary>It has to be put right.</summary>
    Bad = 3,
}
