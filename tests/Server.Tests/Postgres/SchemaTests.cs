using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>Both dialects have the same scripts, tables and columns.</summary>
[Trait("store", "postgres")]
[Trait("stock", "1")]
public sealed class SchemaTests
{
    [Fact]
    public async Task Both_dialects_have_the_same_scripts_tables_and_columns()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await clinic.RegisterAsync(new { email = "ada@example.org" });
        var stores = new Stores(clinic.Server.Folder);
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        using TemporaryFolder folder = Folders.New();

        foreach (string store in new[] { "registry", "keys", "records" })
        {
            var file = new SqliteDatabase(Path.Combine(folder.FullName, store));
            using (var connection = file.Open())
            {
                Schema.BringUpToDate(file, connection, store);
            }

            string place = store == "registry" ? store : "clinic/" + store;
            var server = new PostgresDatabase(cluster.Access(stores.DatabaseOf(place)));
            Assert.Equal(Schema.Newest(file, store), Schema.Newest(server, store));
            Assert.Equal(Columns(file), Columns(server));
        }
    }

    private static List<string> Columns(IDatabase database)
    {
        using var statements = new Statements(database, isWriter: false);
        return [.. statements.All(row => row.GetString(0), database.TablesSql).SelectMany(table =>
            statements.All(row => row.GetString(0), database.ColumnsSql, table).Select(column => $"{table}.{column}"))
            .Order(StringComparer.Ordinal)];
    }
}
