using Npgsql;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>Who can write to PostgreSQL puts old databases back and swaps what is stored.</summary>
[Trait("store", "postgres")]
[Trait("stock", "2")]
public sealed class TamperedDatabaseTests
{
    private static readonly string[] Names = ["Ottoline Quillfeather", "Barnaby Thrupp"];

    [Theory]
    [InlineData("records", "keys")]
    [InlineData("records")]
    [InlineData("keys")]
    public async Task An_old_database_put_back_is_refused_and_the_rest_answers(params string[] databases)
    {
        await using Business business = await Business.FoundAsync();
        business.Server.KeepStore(); // its databases are not what they were
        string code = await RegisterAsync(business, "clinic", Names[0]);
        string other = await RegisterAsync(business, "accounts", "Other Example");
        await business.Server.StopAsync();
        var stores = new Stores(business.Server.Folder);
        string[] names = [.. databases.Select(database => stores.DatabaseOf("clinic/" + database))];
        foreach (string name in names)
        {
            await RunAsync($"CREATE DATABASE {name}_old TEMPLATE {name} OWNER {name}");
        }

        await business.Server.StartAgainAsync();
        await business.LogInAsync();
        string newest = await RegisterAsync(business, "clinic", "Newest Example");
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, newest, "full-name")).Status); // the log knows
        await business.Server.StopAsync();
        foreach (string name in names)
        {
            await RunAsync($"ALTER DATABASE {name} RENAME TO {name}_new");
            await RunAsync($"ALTER DATABASE {name}_old RENAME TO {name}");
        }

        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, newest, "full-name"));
        Assert.Equal(201, (await business.Http.RevealAsync(business.Token, other, "full-name")).Status);
    }

    [Fact]
    public async Task Databases_that_two_compartments_have_swapped_are_refused()
    {
        await using Business business = await Business.FoundAsync();
        string code = await RegisterAsync(business, "clinic", Names[0]);
        string other = await RegisterAsync(business, "accounts", Names[1]);
        await business.Server.StopAsync();
        var stores = new Stores(business.Server.Folder);
        List<string> pairs = stores.All(
            "registry", "SELECT id FROM database_pair WHERE compartment IS NOT NULL", row => row.GetString(0));
        List<string> owners = stores.All(
            "registry", "SELECT compartment FROM database_pair WHERE compartment IS NOT NULL", row => row.GetString(0));
        stores.Run("registry", "UPDATE database_pair SET compartment = NULL");
        stores.Run("registry", "UPDATE database_pair SET compartment = $1 WHERE id = $2", owners[1], pairs[0]);
        stores.Run("registry", "UPDATE database_pair SET compartment = $1 WHERE id = $2", owners[0], pairs[1]);

        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, other, "full-name"));
    }

    [Theory]
    [InlineData("keys", "customer", "sealed_key")]
    [InlineData("keys", "customer", "code_hash")]
    [InlineData("records", "record", "sealed")]
    public async Task What_two_customers_have_swapped_is_refused(string database, string table, string column)
    {
        await using Business business = await Business.FoundAsync();
        string code = await RegisterAsync(business, "clinic", Names[0]);
        string second = await RegisterAsync(business, "clinic", Names[1]);
        var stores = new Stores(business.Server.Folder);
        string place = "clinic/" + database;
        string id = table == "customer" ? "id" : "owner || id";

        Swap(stores, place, table, column, id);
        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
        AssertRefused(await business.Http.RevealAsync(business.Token, second, "full-name"));

        Swap(stores, place, table, column, id);
        Assert.Contains(
            Names[0], (await business.Http.RevealAsync(business.Token, code, "full-name")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_password_changed_or_moved_opens_nothing()
    {
        await using Business business = await Business.FoundAsync();
        string code = await RegisterAsync(business, "clinic", Names[0]);
        await business.Server.StopAsync();
        new Stores(business.Server.Folder).Run("registry", "UPDATE database_pair SET keys_password = records_password");

        await business.Server.StartAgainAsync();
        await business.LogInAsync();

        AssertRefused(await business.Http.RevealAsync(business.Token, code, "full-name"));
    }

    private static Task<string> RegisterAsync(Business business, string series, string name) =>
        business.RegisterAsync(series, new Dictionary<string, string> { ["full-name"] = name });

    /// <summary>Exchanges a column of the first and the last row; twice, and all is as before.</summary>
    private static void Swap(Stores stores, string place, string table, string column, string id)
    {
        List<(byte[] Id, byte[] Value)> rows = stores.All(
            place, $"SELECT {id}, {column} FROM {table} ORDER BY 1",
            row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)));
        string update = $"UPDATE {table} SET {column} = $1 WHERE {id} = $2";
        stores.Run(place, update, new byte[16], rows[0].Id); // some are unique
        stores.Run(place, update, rows[0].Value, rows[^1].Id);
        stores.Run(place, update, rows[^1].Value, rows[0].Id);
    }

    private static async Task RunAsync(string sql)
    {
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        await using var connection = new NpgsqlConnection(cluster.Access("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The test's own statement.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.True(answer.Status == 503, answer.Body);
        Assert.Equal("not-ready", answer.Code);
        Assert.All(Names, name => Assert.DoesNotContain(name, answer.Body, StringComparison.Ordinal));
    }
}
