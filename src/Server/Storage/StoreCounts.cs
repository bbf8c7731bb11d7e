namespace Strongroom.Server.Storage;

/// <summary>
/// A compartment's two databases as somebody sees them who has the files and no key: how many rows stand in which
/// table, under which columns. Read from the files themselves, also while the compartment is closed.
/// </summary>
/// <param name="Rows">How many rows a table has, by <c>database.table</c>.</param>
/// <param name="Columns">Every column, as database, table and column.</param>
/// <param name="IndexEntries">How many tags stand under a field's name, which is in plain text.</param>
/// <param name="Bytes">How many bytes each database takes that is no file.</param>
internal sealed record StoreCounts(
    IReadOnlyDictionary<string, long> Rows, IReadOnlyList<(string Database, string Table, string Column)> Columns,
    IReadOnlyDictionary<string, long> IndexEntries, IReadOnlyDictionary<string, long> Bytes)
{
    /// <summary>Counts; a compartment that was never opened has no tables yet, and nothing in them.</summary>
    public static StoreCounts Read(CompartmentDatabases databases)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        var columns = new List<(string, string, string)>();
        var entries = new Dictionary<string, long>(StringComparer.Ordinal);
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string name, IDatabase database) in new[] { ("keys", databases.Keys), ("records", databases.Records) })
        {
            if (!database.Exists)
            {
                continue;
            }

            using var statements = new Statements(database, isWriter: false);
            if (database.BytesSql is { } sql)
            {
                bytes[name] = statements.All(row => row.GetInt64(0), sql).Single();
            }

            foreach (string table in statements.All(row => row.GetString(0), database.TablesSql))
            {
                // The name is of our own schema; a table's name cannot be a parameter.
                rows[$"{name}.{table}"] =
                    statements.All(row => row.GetInt64(0), $"SELECT count(*) FROM \"{table}\"").Single();
                columns.AddRange(statements.All(row => row.GetString(0), database.ColumnsSql, table)
                    .Select(column => (name, table, column)));
            }

            if (rows.ContainsKey(name + ".blind"))
            {
                foreach ((string field, long count) in statements.All(
                    row => (row.GetString(0), row.GetInt64(1)), "SELECT field, count(*) FROM blind GROUP BY field"))
                {
                    entries[field] = count;
                }
            }
        }

        return new StoreCounts(rows, columns, entries, bytes);
    }
}
