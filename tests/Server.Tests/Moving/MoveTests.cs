using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Strongroom.Server.Compartments.Moving;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Server.Tests.Postgres;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Moving;

/// <summary>A compartment moves between files, PostgreSQL and another PostgreSQL while the server is stopped.</summary>
public sealed class MoveTests
{
    private static readonly string[] Back = ["storage", "move", "clinic", "--to", "sqlite"];

    [Fact]
    public async Task A_compartment_moves_to_PostgreSQL_to_another_one_and_back_and_holds_what_it_held()
    {
        await using Business business = await Business.FoundAsync();
        await using PostgresCluster other = await PostgresCluster.StartAsync();
        string folder = business.Server.Folder;
        var codes = new List<string> { await RegisterAsync(business, 0), await RegisterAsync(business, 1) };
        string[] files = FilesOf(business);
        await business.Server.StopAsync();
        await PostgresStore.PrepareAsync(folder, await PostgresCluster.SharedAsync(), 1);

        (int moved, string said) = await ServerProcess.RunAsync(
            folder, "storage", "move", "clinic", "--to", "postgres", "--json");
        Assert.True(moved == 0, said);
        JsonElement report = JsonDocument.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        Assert.Equal(2, report.GetProperty("customers").GetInt64());
        Assert.Equal("sqlite", report.GetProperty("from").GetString());
        Assert.StartsWith("postgres at 127.0.0.1:", report.GetProperty("to").GetString(), StringComparison.Ordinal);
        Assert.All(files, file => Assert.False(File.Exists(file)));
        await AssertHoldsAsync(business, codes);
        codes.Add(await RegisterAsync(business, 2));
        await business.Server.StopAsync();

        await PostgresStore.PrepareAsync(folder, other, 1);
        (int again, string server) = await ServerProcess.RunAsync(
            folder, "storage", "move", "clinic", "--to", "postgres", "--server", $"127.0.0.1:{other.Port}");
        Assert.True(again == 0, server);
        Assert.Contains($"to postgres at 127.0.0.1:{other.Port}: 3 customers", server, StringComparison.Ordinal);
        await AssertHoldsAsync(business, codes);
        await business.Server.StopAsync();

        (int back, string home) = await ServerProcess.RunAsync(folder, Back);
        Assert.True(back == 0, home);
        Assert.Equal([], await TablesAsync(other));
        await AssertHoldsAsync(business, codes);
        codes.Add(await RegisterAsync(business, 3));
        await AssertHoldsAsync(business, codes, isStopped: false);
    }

    [Fact]
    public async Task A_move_that_was_cut_off_takes_along_what_came_meanwhile_and_can_be_given_up()
    {
        await using Business business = await Business.FoundAsync();
        string folder = business.Server.Folder;
        var codes = new List<string> { await RegisterAsync(business, 0) };
        await business.Server.StopAsync();
        await PostgresStore.PrepareAsync(folder, await PostgresCluster.SharedAsync(), 1);

        await CutOffAsync(business);
        await AssertHoldsAsync(business, codes);
        Answer checks = await business.Http.SendAsync(HttpMethod.Get, "checks", null, business.Token);
        codes.Add(await RegisterAsync(business, 1));
        await business.Server.StopAsync();
        (int elsewhere, string refused) = await ServerProcess.RunAsync(folder, Back);
        (int moved, string said) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic", "--to", "postgres");
        (int late, string over) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic", "--cancel");
        await AssertHoldsAsync(business, codes);
        await business.Server.StopAsync();
        await CutOffAsync(business, StoreKind.Sqlite);
        (int given, string up) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic", "--cancel");

        Assert.Contains("move to other databases was cut off", checks.Body, StringComparison.Ordinal);
        Assert.True(elsewhere == 7 && refused.Contains("--cancel", StringComparison.Ordinal), refused);
        Assert.True(moved == 0 && said.Contains("2 customers", StringComparison.Ordinal), said);
        Assert.True(late == 7 && over.Contains("No move of this compartment", StringComparison.Ordinal), over);
        Assert.True(given == 0 && up.Contains("it is where it was", StringComparison.Ordinal), up);
        Assert.All(FilesOf(business), file => Assert.False(File.Exists(file)));

        await CutOffAsync(business, StoreKind.Sqlite, "emptying what it was moved from");
        await AssertHoldsAsync(business, codes);
        await business.Server.StopAsync();
        (int ended, string end) = await ServerProcess.RunAsync(folder, Back);
        Assert.True(ended == 0 && end.Contains("was moved to sqlite", StringComparison.Ordinal), end);
        await AssertHoldsAsync(business, codes);
    }

    [Fact]
    public async Task A_move_without_room_of_nothing_or_beside_a_server_is_refused_and_changes_nothing()
    {
        await using Business business = await Business.FoundAsync();
        string folder = business.Server.Folder;
        var codes = new List<string> { await RegisterAsync(business, 0) };

        (int held, string holder) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic", "--to", "postgres");
        await business.Server.StopAsync();
        (int full, string room) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic", "--to", "postgres");
        (int none, string nobody) = await ServerProcess.RunAsync(folder, "storage", "move", "nobody", "--to", "postgres");
        (int there, string already) = await ServerProcess.RunAsync(folder, Back);
        (int usage, string hint) = await ServerProcess.RunAsync(folder, "storage", "move", "clinic");

        Assert.True(held == 7 && holder.Contains("Another Strongroom holds", StringComparison.Ordinal), holder);
        Assert.True(full == 7 && room.Contains("storage prepare --admin", StringComparison.Ordinal), room);
        Assert.True(none == 7 && nobody.Contains("not-found", StringComparison.Ordinal), nobody);
        Assert.True(there == 7 && already.Contains("is there already", StringComparison.Ordinal), already);
        Assert.True(usage == 2 && hint.Contains("hint: storage move", StringComparison.Ordinal), hint);
        await AssertHoldsAsync(business, codes);
    }

    /// <summary>A move whose process is cut off, where nothing else is said when all is copied and nothing switched.</summary>
    private static async Task CutOffAsync(
        Business business, StoreKind to = StoreKind.Postgres, string at = "comparing")
    {
        Assert.True(SettingsSources.TryRead(
            [$"--Data:Path={business.DataFolder}", $"--Credentials:Path={Path.GetDirectoryName(business.UnsealKeyFile)}"],
            out Settings? settings, out _));
        using DataFolder data = DataFolder.Open(business.DataFolder);
        await using WebApplication app = Program.Build(settings, data, TimeProvider.System);
        await Assert.ThrowsAsync<OperationCanceledException>(() => app.Services.GetRequiredService<MoveCompartment>()
            .RunAsync("clinic", to, null, Stop, TestContext.Current.CancellationToken));

        void Stop(string line)
        {
            if (line == at)
            {
                throw new OperationCanceledException();
            }
        }
    }

    private static string[] FilesOf(Business business)
    {
        string id = Assert.Single(new Stores(business.Server.Folder).All(
            "registry", "SELECT id FROM compartment WHERE name = 'clinic'", row => row.GetString(0)));
        string folder = Path.Combine(business.DataFolder, "compartments", id);
        return [Path.Combine(folder, "keys.db"), Path.Combine(folder, "records.db")];
    }

    private static Task<string> RegisterAsync(Business business, int number) => business.RegisterAsync(
        "clinic", new Dictionary<string, string> { ["full-name"] = $"Ada Example {(char)('A' + number)}" });

    private static async Task AssertHoldsAsync(Business business, List<string> codes, bool isStopped = true)
    {
        if (isStopped)
        {
            await business.Server.StartAgainAsync();
            await business.LogInAsync();
        }

        for (int number = 0; number < codes.Count; number++)
        {
            Answer revealed = await business.Http.RevealAsync(business.Key, codes[number], "full-name");
            Assert.True(revealed.Status == 201, revealed.Body);
            Assert.Contains($"Ada Example {(char)('A' + number)}", revealed.Body, StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> TablesAsync(PostgresCluster cluster)
    {
        var tables = new List<string>();
        foreach (string database in await NamesAsync(cluster, "postgres", "SELECT datname FROM pg_database WHERE datname LIKE 'strongroom%'"))
        {
            tables.AddRange(await NamesAsync(cluster, database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
        }

        return tables;
    }

    private static async Task<List<string>> NamesAsync(PostgresCluster cluster, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.Access(database) + ";Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The tests' own statement.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
