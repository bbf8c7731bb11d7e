using Microsoft.Data.Sqlite;

namespace Strongroom.Server.Storage;

/// <summary>
/// The prepared statements of one connection, each made on first use and kept. Not for two threads at once.
/// </summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The transaction that statements run in from now on.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>
    /// Binds values to <c>$1</c>, <c>$2</c>… of a constant statement. Byte arrays, longs, strings and nulls only.
    /// </summary>
    public SqliteCommand Bind(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant of this slice; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
            }

            _prepared.Add(sql, command);
        }

        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.Transaction = Transaction;
        return command;
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    public List<TRow> All<TRow>(Func<SqliteDataReader, TRow> read, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteDataReader reader = Bind(sql, values).ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public TRow? First<TRow>(Func<SqliteDataReader, TRow> read, string sql, params ReadOnlySpan<object?> values)
        where TRow : class
    {
        using SqliteDataReader reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values)
        {
            command.Dispose();
        }
    }
}
