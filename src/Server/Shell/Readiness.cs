namespace Strongroom.Server.Shell;

/// <summary>Which state the installation is in. Setup and Keys write it, the gate and health read it.</summary>
internal sealed class Readiness
{
    private volatile InstallationState _state = InstallationState.None;

    public InstallationState State
    {
        get => _state;
        set => _state = value;
    }
}
