using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Strongroom.Server.Storage;

/// <summary>
/// One connection into a database, opened on first use, and its statements, each made on first use and kept. Not for
/// two threads at once.
/// </summary>
internal sealed class Statements(IDatabase database, bool isWriter) : IDisposable
{
    // Rows go in by eights, fours, twos and ones, so that there are few statements to keep.
    private const int MostRows = 8;

    private readonly Dictionary<(string Start, int Rows), string> _texts = [];
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>The connection has gone: the server was stopped, the network failed.</summary>
    public bool IsLost => _connection is { State: not ConnectionState.Open };

    private DbConnection Connection => _connection ??= isWriter ? database.OpenWriter() : database.Open();

    public void BringUpToDate(string store) => Schema.BringUpToDate(database, Connection, store);

    /// <summary>Puts the store in order while nobody waits for it.</summary>
    public void Tidy() => database.Tidy(Connection);

    /// <summary>Begins the transaction that statements run in from now on.</summary>
    public void Begin() => _transaction = database.Begin(Connection);

    /// <summary>Durable when it returns.</summary>
    public void Commit()
    {
        _transaction!.Commit();
        End();
    }

    /// <summary>Undoes what was begun, if it was; never throws for a store that has failed already.</summary>
    public void RollBack()
    {
        try
        {
            _transaction?.Rollback();
        }
        catch (DbException)
        {
            // Already rolled back: by SQLite itself after a full disk, by the server when the connection went.
        }
        catch (InvalidOperationException)
        {
            // The connection is gone, and the transaction with it.
        }

        End();
    }

    /// <summary>
    /// Binds values to <c>$1</c>, <c>$2</c>… of a constant statement. Byte arrays, longs, strings and nulls only.
    /// </summary>
    public DbCommand Bind(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out DbCommand? command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant of this slice; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(database.NewParameter(i));
            }

            _prepared.Add(sql, command);
        }

        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.Transaction = _transaction;
        return command;
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Inserts any number of rows, many with one statement.</summary>
    /// <param name="start">A constant statement up to <c>VALUES</c>.</param>
    /// <param name="end">What comes after the rows; a constant, the same for every <paramref name="start"/>.</param>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="values">The values of all rows, one row after the other.</param>
    public void Insert(string start, string end, int columns, ReadOnlySpan<object?> values)
    {
        while (values.Length > 0)
        {
            int rows = Math.Min(MostRows, 1 << BitOperations.Log2((uint)(values.Length / columns)));
            if (!_texts.TryGetValue((start, rows), out string? text))
            {
                _texts.Add((start, rows), text = start + Placeholders(rows, columns) + end);
            }

            Run(text, values[..(rows * columns)]);
            values = values[(rows * columns)..];
        }
    }

    public List<TRow> All<TRow>(Func<DbDataReader, TRow> read, string sql, params ReadOnlySpan<object?> values)
    {
        using DbDataReader reader = Bind(sql, values).ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public TRow? First<TRow>(Func<DbDataReader, TRow> read, string sql, params ReadOnlySpan<object?> values)
        where TRow : class
    {
        using DbDataReader reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public void Dispose()
    {
        End();
        foreach (DbCommand command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection?.Dispose();
    }

    // ($1, $2), ($3, $4)…
    private static string Placeholders(int rows, int columns) => string.Join(", ", Enumerable.Range(0, rows).Select(
        row => "(" + string.Join(", ", Enumerable.Range(1, columns).Select(
            column => string.Create(CultureInfo.InvariantCulture, $"${(row * columns) + column}"))) + ")"));

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }
}
