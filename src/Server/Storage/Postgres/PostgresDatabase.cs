using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>A database of a PostgreSQL server, reached with a role of its own.</summary>
internal sealed class PostgresDatabase(string connectionText) : IDatabase
{
    // Any number, the same in every server of ours ("strong" in ASCII); locks of different databases do not meet.
    private const string LockWriter =
        "SET lock_timeout = '3s'; SELECT pg_advisory_lock(126943973305959); RESET lock_timeout";

    // Every table of ours, that of the version too; it is the role's own database, and nobody else's tables are in it.
    private const string DropTables =
        """
        DO $$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('DROP TABLE public.%I CASCADE', name);
            END LOOP;
        END $$
        """;

    public string Scripts => "postgres.";

    // It was prepared ahead; without tables nothing is in it.
    public bool Exists => true;

    public string TablesSql =>
        """
        SELECT table_name::text FROM information_schema.tables
        WHERE table_schema = 'public' AND table_name <> 'schema_version' ORDER BY 1
        """;

    public string ColumnsSql =>
        """
        SELECT column_name::text FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position
        """;

    public string BytesSql => "SELECT pg_database_size(current_database())";

    public DbConnection Open()
    {
        var connection = new NpgsqlConnection(connectionText);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The lock is the connection's: it goes with it, so whoever lost the connection cannot write any more, and a server
    /// that died does not keep others out. One that was killed just now is waited for.
    /// </summary>
    public DbConnection OpenWriter()
    {
        DbConnection connection = Open();
        try
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = LockWriter;
            command.ExecuteNonQuery();
            return connection;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            connection.Dispose();
            throw new RefusedException(StorageRefusals.CompartmentInUse);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Empty()
    {
        using DbConnection connection = OpenWriter();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = DropTables;
        command.ExecuteNonQuery();
    }

    public void Tidy(DbConnection connection)
    {
        // The server does so by itself.
    }

    public DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public DbParameter NewParameter(int number) => new NpgsqlParameter(); // by position

    public int ReadVersion(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText =
            """
            CREATE TABLE IF NOT EXISTS schema_version (
                id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL)
            """;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT version FROM schema_version WHERE id = 1";
        return Convert.ToInt32(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
    }

    public void WriteVersion(DbConnection connection, DbTransaction transaction, int version)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            INSERT INTO schema_version (id, version) VALUES (1, $1)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version
            """;
        command.Parameters.Add(new NpgsqlParameter { Value = version, NpgsqlDbType = NpgsqlDbType.Integer });
        command.ExecuteNonQuery();
    }
}
