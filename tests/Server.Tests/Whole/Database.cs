using Microsoft.Data.Sqlite;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// A database file as somebody reads and writes it who has the file and SQLite, beside the server or without it.
/// </summary>
internal static class Database
{
    /// <param name="file">The database.</param>
    /// <param name="sql">A statement with <c>$1</c>, <c>$2</c>…</param>
    /// <param name="values">What they stand for.</param>
    public static void Run(string file, string sql, params object[] values) =>
        With(file, sql, values, command => command.ExecuteNonQuery());

    public static List<TRow> All<TRow>(string file, string sql, Func<SqliteDataReader, TRow> read) =>
        With(file, sql, [], command =>
    {
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    });

    private static TResult With<TResult>(string file, string sql, object[] values, Func<SqliteCommand, TResult> work)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        }

        return work(command);
    }
}
