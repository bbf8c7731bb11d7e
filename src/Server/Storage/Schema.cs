using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// Brings a store's tables up to date from the numbered scripts; forward only, each script in a transaction.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// Applies every script of <paramref name="store"/> (<c>registry</c>, <c>records</c>, <c>keys</c>) that the
    /// database has not had.
    /// </summary>
    /// <exception cref="RefusedException">A newer program has written it; nothing was changed.</exception>
    public static void BringUpToDate(IDatabase database, DbConnection connection, string store)
    {
        int version = database.ReadVersion(connection);
        int newest = Newest(database, store);
        if (version > newest)
        {
            throw new RefusedException(StorageRefusals.StoreNewer);
        }

        for (int next = version + 1; next <= newest; next++)
        {
            using DbTransaction transaction = database.Begin(connection);
            Execute(connection, transaction, Script(database.Scripts, store, next)!);
            database.WriteVersion(connection, transaction, next);
            transaction.Commit();
        }
    }

    /// <summary>The number of the newest script of a store in the dialect of this database.</summary>
    public static int Newest(IDatabase database, string store)
    {
        int newest = 0;
        while (Script(database.Scripts, store, newest + 1) is not null)
        {
            newest++;
        }

        return newest;
    }

    private static string? Script(string dialect, string store, int number)
    {
        string name = string.Create(
            CultureInfo.InvariantCulture, $"Strongroom.Server.Storage.Migrations.{dialect}{store}-{number:D4}.sql");
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Execute(DbConnection connection, DbTransaction transaction, string script)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The script is a resource of this assembly, not input.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
