namespace Strongroom.Server.Checks;

/// <summary>All that can be seen of the machine: its folders and keys, what documents are read in, what customers are kept in.</summary>
internal sealed class MachineChecks(HostChecks host, SandboxCheck sandbox, DatabaseChecks databases)
{
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellation) =>
        [.. host.Run(), await sandbox.RunAsync(cancellation), .. await databases.RunAsync(cancellation)];
}
