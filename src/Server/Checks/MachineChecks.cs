namespace Strongroom.Server.Checks;

/// <summary>All that can be seen of the machine: its folders and keys, and what documents are read in.</summary>
internal sealed class MachineChecks(HostChecks host, SandboxCheck sandbox)
{
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellation) =>
        [.. host.Run(), await sandbox.RunAsync(cancellation)];
}
