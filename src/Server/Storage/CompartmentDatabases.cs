namespace Strongroom.Server.Storage;

/// <summary>Where one compartment's two databases are.</summary>
/// <param name="Keys">All that links: wrapped keys, sealed codes, index rows.</param>
/// <param name="Records">Sealed records under random ids.</param>
internal sealed record CompartmentDatabases(IDatabase Keys, IDatabase Records)
{
    /// <summary>The two files in a compartment's folder, as the embedded store has them.</summary>
    public static CompartmentDatabases InFolder(string folder) => new(
        new SqliteDatabase(Path.Combine(folder, "keys.db")), new SqliteDatabase(Path.Combine(folder, "records.db")));

    /// <summary>Takes away all that is in them. Nobody has them open.</summary>
    public void Empty()
    {
        Keys.Empty();
        Records.Empty();
    }
}
