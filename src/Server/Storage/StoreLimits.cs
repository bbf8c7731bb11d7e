namespace Strongroom.Server.Storage;

/// <summary>How many compartments are in memory at once, and how many sessions read.</summary>
/// <param name="Loaded">Each holds the two connections of its writer.</param>
/// <param name="Reading">Each has up to two connections.</param>
/// <param name="Registry">Connections that change the registry, or read what is asked now and then.</param>
/// <param name="RegistryStatements">Connections for what every request asks of the registry.</param>
internal sealed record StoreLimits(int Loaded, int Reading, int Registry, int RegistryStatements)
{
    private const int RegistryConnections = 6;
    private const int RegistryStatementConnections = 4;

    /// <summary>Files of this process are cheap; the numbers only keep their count in bounds.</summary>
    public static StoreLimits OfFiles => new(128, 512, RegistryConnections, 16);

    /// <summary>Of what the registry leaves, half is for writers and half for readers, two connections each.</summary>
    /// <param name="connections">How many connections this server may have in all.</param>
    public static StoreLimits OfConnections(int connections)
    {
        int each = (connections - RegistryConnections - RegistryStatementConnections) / 4;
        return new StoreLimits(each, each, RegistryConnections, RegistryStatementConnections);
    }
}
