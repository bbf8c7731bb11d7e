namespace Strongroom.Server.Shell;

/// <summary>How far the installation is; endpoints answer only where their metadata says so.</summary>
internal enum InstallationState
{
    /// <summary>Starting: only health answers.</summary>
    None = 0,

    /// <summary>Nobody owns it yet: only setup and health answer.</summary>
    Unclaimed = 1,

    /// <summary>Its keys are shut: only opening and health answer.</summary>
    Sealed = 2,

    /// <summary>Working.</summary>
    Open = 3,
}
