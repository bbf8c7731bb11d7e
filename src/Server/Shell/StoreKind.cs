namespace Strongroom.Server.Shell;

/// <summary>Where registry and compartments are kept.</summary>
internal enum StoreKind
{
    None = 0,

    /// <summary>In files of the data folder, opened in this process.</summary>
    Sqlite = 1,

    /// <summary>In databases of PostgreSQL servers.</summary>
    Postgres = 2,
}
