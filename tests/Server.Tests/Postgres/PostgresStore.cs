using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>
/// Prepares databases for a server of the tests, as an administrator does. Test classes with the trait
/// <c>store=postgres</c> get a server that keeps all in PostgreSQL. Making a database costs a hundred times what emptying
/// one does, so those of a test that is over are emptied and serve the next.
/// </summary>
internal static class PostgresStore
{
    private static readonly ConcurrentBag<string> Registries = [];
    private static readonly ConcurrentBag<PreparedPair> Pairs = [];

    public static bool IsWanted => Trait("store") == "postgres";

    public static string[] Arguments => ["--Storage:Kind=postgres", "--Storage:MaxConnections=30"];

    /// <summary>For how many compartments databases are made where the class does not say <c>stock</c>.</summary>
    private static int Stock => int.Parse(Trait("stock") ?? "3", CultureInfo.InvariantCulture);

    /// <summary>Whether the installation in this folder keeps all in PostgreSQL.</summary>
    public static bool IsOf(string folder) => File.Exists(Path.Combine(folder, "credentials", "database"));

    /// <summary>How the server reaches its registry.</summary>
    public static NpgsqlConnectionStringBuilder Registry(string folder) =>
        new(File.ReadAllText(Path.Combine(folder, "credentials", "database")));

    /// <summary>Puts what earlier tests left into a folder, and makes what is missing.</summary>
    public static async Task GiveAsync(string folder)
    {
        int missing = Stock;
        if (Registries.TryTake(out string? registry))
        {
            string file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "credentials")).FullName, "database");
            await File.WriteAllTextAsync(file, registry, TestContext.Current.CancellationToken);
        }

        while (missing > 0 && Pairs.TryTake(out PreparedPair? pair))
        {
            pair.Keep(Path.Combine(folder, "data", "database-stock"));
            missing--;
        }

        if (missing > 0 || registry is null)
        {
            await PrepareAsync(folder, await PostgresCluster.SharedAsync(), missing);
        }
    }

    public static async Task<PreparedReport> PrepareAsync(string folder, PostgresCluster cluster, int compartments)
    {
        string admin = Path.Combine(folder, "admin");
        await File.WriteAllTextAsync(admin, cluster.Access("postgres"), TestContext.Current.CancellationToken);
        Assert.True(SettingsSources.TryRead(
            [$"--Data:Path={Path.Combine(folder, "data")}", $"--Credentials:Path={Path.Combine(folder, "credentials")}"],
            out Settings? settings, out _));
        PreparedReport report = await new PrepareDatabases(settings).RunAsync(
            admin, compartments, TestContext.Current.CancellationToken);
        File.Delete(admin);
        return report;
    }

    /// <summary>Empties the databases of a server that has stopped.</summary>
    public static async Task TakeBackAsync(string folder)
    {
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        NpgsqlConnectionStringBuilder registry = Registry(folder);
        var pairs = new List<(RecordId Id, string Endpoint, bool IsUsed)>();
        await using (NpgsqlConnection rows = await OpenAsync(cluster, registry.Database!))
        {
            await using var command = new NpgsqlCommand(
                "SELECT id, endpoint, compartment IS NOT NULL FROM database_pair", rows);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(CancellationToken.None);
            while (await reader.ReadAsync(CancellationToken.None))
            {
                pairs.Add((RecordId.Parse(reader.GetString(0)), reader.GetString(1), reader.GetBoolean(2)));
            }
        }

        await EmptyAsync(cluster, registry.Database!);
        foreach (RecordId used in pairs.Where(pair => pair.IsUsed).Select(pair => pair.Id))
        {
            await EmptyAsync(cluster, PreparedPair.KeysName(used));
            await EmptyAsync(cluster, PreparedPair.RecordsName(used));
        }

        await using NpgsqlConnection admin = await OpenAsync(cluster, "postgres");
        foreach ((RecordId id, string endpoint, _) in pairs)
        {
            Pairs.Add(new PreparedPair
            {
                Id = id,
                Endpoint = endpoint,
                KeysPassword = await ChangeAsync(admin, PreparedPair.KeysName(id)),
                RecordsPassword = await ChangeAsync(admin, PreparedPair.RecordsName(id)),
            });
        }

        foreach (string file in Directory.EnumerateFiles(folder, "record-*.json", SearchOption.AllDirectories))
        {
            // Of those that were just being taken in, the password is changed already.
            PreparedPair waiting = PreparedPair.Read(file)!;
            if (pairs.TrueForAll(pair => pair.Id != waiting.Id))
            {
                Pairs.Add(waiting);
            }
        }

        Registries.Add(registry.ConnectionString);
    }

    private static string? Trait(string name) => TestContext.Current.TestClass?.Traits.TryGetValue(
        name, out IReadOnlyCollection<string>? values) == true ? values.Single() : null;

    private static async Task EmptyAsync(PostgresCluster cluster, string database)
    {
        await using NpgsqlConnection connection = await OpenAsync(cluster, database);
        await using var command = new NpgsqlCommand(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid();
            DROP SCHEMA public CASCADE;
            CREATE SCHEMA public AUTHORIZATION pg_database_owner;
            """,
            connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task<string> ChangeAsync(NpgsqlConnection admin, string role)
    {
        using SecretBytes password = RolePassword.Draw();
#pragma warning disable CA2100 // The tests' own statement.
        await using var command =
            new NpgsqlCommand($"ALTER ROLE {role} PASSWORD '{ScramVerifier.Of(password)}'", admin);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        return RolePassword.Text(password);
    }

    private static async Task<NpgsqlConnection> OpenAsync(PostgresCluster cluster, string database)
    {
        var connection = new NpgsqlConnection(cluster.Access(database));
        await connection.OpenAsync(CancellationToken.None);
        return connection;
    }
}
