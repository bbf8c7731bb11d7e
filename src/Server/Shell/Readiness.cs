namespace Strongroom.Server.Shell;

/// <summary>Which state the installation is in. Setup and Keys write it, the gate and health read it.</summary>
internal sealed class Readiness
{
    private volatile InstallationState _state = InstallationState.None;
    private volatile string _step = "Starting";

    public InstallationState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>What the start is at, for whoever waits; a constant, with no data in it.</summary>
    public string Step
    {
        get => _step;
        set => _step = value;
    }
}
