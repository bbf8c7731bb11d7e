using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Strongroom.Server.Storage;

/// <summary>A database in a file of its own, opened in this process.</summary>
internal sealed class SqliteDatabase(string file) : IDatabase
{
    public string Scripts => string.Empty;

    public bool Exists => File.Exists(file);

    public string TablesSql =>
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1";

    public string ColumnsSql => "SELECT name FROM pragma_table_info($1)";

    public string? BytesSql => null;

    public DbConnection Open() => SqliteConnections.Open(file);

    // The data folder has one server, and each compartment one writer in it; the file's own lock stands behind that. The
    // log is moved into the file when nobody writes, and not before it is long (16 MB): a burst changes the same pages
    // again and again. So that it finds them in memory, it may keep 16 MB of them.
    public DbConnection OpenWriter()
    {
        DbConnection connection = Open();
        Run(connection, "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 1048576; PRAGMA cache_size = -16000");
        return connection;
    }

    public void Empty()
    {
        foreach (string suffix in (string[])["-wal", "-shm", string.Empty])
        {
            File.Delete(file + suffix);
        }

        if (Path.GetDirectoryName(file) is { } folder && Directory.Exists(folder))
        {
            DurableFile.SyncFolder(folder);
        }
    }

    // Passive: it moves what no reader needs, and waits for nobody.
    public void Tidy(DbConnection connection) => Run(connection, "PRAGMA wal_checkpoint(PASSIVE)");

    // Deferred = false takes the write lock at once: this is the only writer, and a lock refused later would be a
    // surprise.
    public DbTransaction Begin(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public DbParameter NewParameter(int number) =>
        new SqliteParameter { ParameterName = FormattableString.Invariant($"${number}") };

    public int ReadVersion(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void WriteVersion(DbConnection connection, DbTransaction transaction, int version)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // A pragma takes no parameter; this is a number of ours.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Run(DbConnection connection, string pragmas)
    {
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
