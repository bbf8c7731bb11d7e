using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Server.Tests.Whole;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>Each role reaches its own database and no other, and nobody's password lies about.</summary>
[Trait("store", "postgres")]
[Trait("stock", "2")]
public sealed class RoleTests
{
    [Fact]
    public async Task A_role_reaches_its_own_database_and_no_other()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        PreparedPair[] pairs = ReadStock(server);
        string registry = PostgresStore.Registry(server.Folder).Database!;
        Assert.Equal(2, pairs.Length);

        (string Own, string Password)[] roles =
        [
            (PreparedPair.KeysName(pairs[0].Id), pairs[0].KeysPassword),
            (PreparedPair.RecordsName(pairs[0].Id), pairs[0].RecordsPassword),
        ];
        string[] databases = [.. pairs.SelectMany(pair =>
            new[] { PreparedPair.KeysName(pair.Id), PreparedPair.RecordsName(pair.Id) }), registry];
        foreach ((string own, string password) in roles)
        {
            foreach (string database in databases)
            {
                string? state = await TryAsync(server, database, own, password, "SELECT 1");
                Assert.Equal(database == own ? null : PostgresErrorCodes.InsufficientPrivilege, state);
            }

            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await TryAsync(server, own, own, password, "CREATE ROLE x"));
        }
    }

    [Fact]
    public async Task The_servers_credential_makes_no_database_and_no_role_and_reads_no_compartment()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        NpgsqlConnectionStringBuilder own = PostgresStore.Registry(server.Folder);
        string[] wishes =
        [
            "CREATE DATABASE another", "CREATE ROLE another", "ALTER ROLE CURRENT_USER CREATEDB",
            "COPY (SELECT 1) TO PROGRAM 'cat'", "SELECT pg_read_file('postgresql.conf')",
        ];

        foreach (string wish in wishes)
        {
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await TryAsync(server, own.Database!, own.Username!, own.Password!, wish));
        }

        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await TryAsync(
                server, PreparedPair.KeysName(ReadStock(server)[0].Id), own.Username!, own.Password!, "SELECT 1"));
    }

    [Fact]
    public async Task What_was_prepared_opens_nothing_once_it_is_taken_in_and_no_password_lies_anywhere()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        PreparedPair[] prepared = ReadStock(server);

        Person owner = await server.ClaimAsync("case-handler", "security-officer");
        string token = await server.LogInAsync(owner);
        Answer made = await server.SendAsync(HttpMethod.Post, "compartments", new { name = "clinic" }, token);

        Assert.Equal(201, made.Status);
        Assert.Empty(ReadStock(server));
        string[] now = Passwords(server, prepared);
        string[] before = [.. prepared.SelectMany(pair => new[] { pair.KeysPassword, pair.RecordsPassword })];
        foreach (PreparedPair pair in prepared)
        {
            string name = PreparedPair.KeysName(pair.Id);
            Assert.Equal(PostgresErrorCodes.InvalidPassword, await TryAsync(server, name, name, pair.KeysPassword, "SELECT 1"));
        }

        Assert.Null(await TryAsync(server, PreparedPair.KeysName(prepared[0].Id), PreparedPair.KeysName(prepared[0].Id), now[0], "SELECT 1"));
        await server.StopAsync();
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        var scanner = new CanaryScanner([.. now, .. before]);
        Assert.Empty(scanner.FindInFolder(Path.Combine(server.Folder, "data")));
        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(await cluster.DumpAsync(PostgresStore.Registry(server.Folder).Database!))));
        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(cluster.Log)));
    }

    private static PreparedPair[] ReadStock(RunningServer server) =>
        [.. Directory.EnumerateFiles(Path.Combine(server.Folder, "data", "database-stock")).Select(
            file => PreparedPair.Read(file)!)];

    /// <summary>The passwords as the server opens them.</summary>
    private static string[] Passwords(RunningServer server, PreparedPair[] pairs)
    {
        PairSeal seal = server.Services.GetRequiredService<PairSeal>();
        var stores = new Stores(server.Folder);
        var passwords = new List<string>();
        foreach (RecordId id in pairs.Select(pair => pair.Id))
        {
            foreach (string column in new[] { PairSeal.Keys, PairSeal.Records })
            {
                byte[] kept = Assert.Single(stores.All(
                    "registry", $"SELECT {column} FROM database_pair WHERE id = $1", row => row.GetFieldValue<byte[]>(0),
                    id.ToString()));
                using SecretBytes password = seal.Open(id, column, kept);
                passwords.Add(RolePassword.Text(password));
            }
        }

        return [.. passwords];
    }

    /// <summary>The state with which the server of the databases refuses; null where it does not.</summary>
    private static async Task<string?> TryAsync(
        RunningServer server, string database, string role, string password, string sql)
    {
        NpgsqlConnectionStringBuilder at = PostgresAccess.Alone(PostgresStore.Registry(server.Folder), database, password);
        at.Username = role;
        try
        {
            await using var connection = new NpgsqlConnection(at.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The test's own statement.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
