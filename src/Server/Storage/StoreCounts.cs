using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Strongroom.Server.Storage;

/// <summary>
/// A compartment's two databases as somebody sees them who has the files and no key: how many rows stand in which
/// table, under which columns. Read from the files themselves, also while the compartment is closed.
/// </summary>
/// <param name="Rows">How many rows a table has, by <c>database.table</c>.</param>
/// <param name="Columns">Every column, as database, table and column.</param>
/// <param name="IndexEntries">How many tags stand under a field's name, which is in plain text.</param>
internal sealed record StoreCounts(
    IReadOnlyDictionary<string, long> Rows, IReadOnlyList<(string Database, string Table, string Column)> Columns,
    IReadOnlyDictionary<string, long> IndexEntries)
{
    private static readonly string[] Databases = ["keys", "records"];

    /// <summary>Counts; a compartment that was never opened has no files yet, and nothing in them.</summary>
    public static StoreCounts Read(string folder)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        var columns = new List<(string, string, string)>();
        var entries = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string database in Databases.Where(name => File.Exists(Path.Combine(folder, name + ".db"))))
        {
            using SqliteConnection connection = SqliteConnections.Open(Path.Combine(folder, database + ".db"));
            foreach (string table in Texts(
                connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"))
            {
                // The name is of our own schema; a table's name cannot be a parameter.
                rows[$"{database}.{table}"] = long.Parse(
                    Texts(connection, $"SELECT count(*) FROM \"{table}\"").Single(), CultureInfo.InvariantCulture);
                columns.AddRange(Texts(connection, $"SELECT name FROM pragma_table_info('{table}')")
                    .Select(column => (database, table, column)));
            }

            if (rows.ContainsKey(database + ".blind"))
            {
                foreach (string pair in Texts(connection, "SELECT field || ':' || count(*) FROM blind GROUP BY field"))
                {
                    string[] parts = pair.Split(':');
                    entries[parts[0]] = long.Parse(parts[1], CultureInfo.InvariantCulture);
                }
            }
        }

        return new StoreCounts(rows, columns, entries);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants, and names of tables that our own scripts made.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
