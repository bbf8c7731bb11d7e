using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Strongroom.Server.Storage;

/// <summary>
/// Opens SQLite as every store here wants it: durable commits, nothing in temporary files, deleted bytes zeroed.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA mmap_size = 0;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 10000;
        """;

    // The settings stay with the handle, which a pool opens once and lends many times.
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    /// <summary>Opens one connection that lives long; the caller disposes of it.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite is in this process; its asynchronous calls are synchronous, so nothing is won by awaiting.
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        if (connection is not SqliteConnection { State: ConnectionState.Open, Handle: { } handle }
            || Set.TryGetValue(handle, out _))
        {
            return;
        }

        using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        Set.TryAdd(handle, handle.GetType());
    }
}
