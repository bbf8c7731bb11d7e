using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// Brings a store's tables up to date from the numbered scripts; forward only, each script in a transaction.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// Applies every script of <paramref name="store"/> (<c>registry</c>, <c>records</c>, <c>keys</c>) that the file
    /// has not had.
    /// </summary>
    /// <exception cref="RefusedException">A newer program has written the file; nothing was changed.</exception>
    public static void BringUpToDate(SqliteConnection connection, string store)
    {
        int version = ReadVersion(connection);
        int newest = Newest(store);
        if (version > newest)
        {
            throw new RefusedException(StorageRefusals.StoreNewer);
        }

        for (int next = version + 1; next <= newest; next++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            Execute(connection, transaction, Script(store, next)!);
            Execute(connection, transaction, string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}"));
            transaction.Commit();
        }
    }

    private static int ReadVersion(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static int Newest(string store)
    {
        int newest = 0;
        while (Script(store, newest + 1) is not null)
        {
            newest++;
        }

        return newest;
    }

    private static string? Script(string store, int number)
    {
        string name = string.Create(
            CultureInfo.InvariantCulture, $"Strongroom.Server.Storage.Migrations.{store}-{number:D4}.sql");
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string script)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The script is a resource of this assembly, not input.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
