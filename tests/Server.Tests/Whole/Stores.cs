using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Server.Tests.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// The databases of an installation, files or PostgreSQL's, as somebody reads and writes them beside the server. A place
/// is <c>registry</c>, or a compartment's name with <c>/keys</c> or <c>/records</c>.
/// </summary>
internal sealed class Stores(string folder)
{
    public bool IsPostgres { get; } = PostgresStore.IsOf(folder);

    public int Run(string place, string sql, params object[] values) =>
        With(place, sql, values, command => command.ExecuteNonQuery());

    public List<TRow> All<TRow>(string place, string sql, Func<DbDataReader, TRow> read, params object[] values) =>
        With(place, sql, values, command =>
        {
            using DbDataReader reader = command.ExecuteReader();
            var rows = new List<TRow>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        });

    /// <summary>The name of a place's database; of PostgreSQL only.</summary>
    public string DatabaseOf(string place)
    {
        if (place is "registry")
        {
            return PostgresStore.Registry(folder).Database!;
        }

        string[] parts = place.Split('/');
        string pair = Assert.Single(All(
            "registry",
            "SELECT p.id FROM database_pair p JOIN compartment c ON c.id = p.compartment WHERE c.name = $1",
            row => row.GetString(0), parts[0]));
        return PreparedPair.Name(RecordId.Parse(pair), parts[1]);
    }

    private TResult With<TResult>(string place, string sql, object[] values, Func<DbCommand, TResult> work)
    {
        using DbConnection connection = Open(place);
        connection.Open();
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(IsPostgres
                ? new NpgsqlParameter { Value = values[i] }
                : new SqliteParameter($"${i + 1}", values[i]));
        }

        return work(command);
    }

    private DbConnection Open(string place)
    {
        if (IsPostgres)
        {
            NpgsqlConnectionStringBuilder registry = PostgresStore.Registry(folder);
            return new NpgsqlConnection(PostgresCluster.At(registry.Port).Access(DatabaseOf(place)));
        }

        string data = Path.Combine(folder, "data");
        string file = Path.Combine(data, "registry.db");
        if (place is not "registry")
        {
            string[] parts = place.Split('/');
            string id = Assert.Single(All(
                "registry", "SELECT id FROM compartment WHERE name = $1", row => row.GetString(0), parts[0]));
            file = Path.Combine(data, "compartments", id, parts[1] + ".db");
        }

        return new SqliteConnection($"Data Source={file};Pooling=False");
    }
}
