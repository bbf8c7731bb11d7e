using System.Globalization;
using Strongroom.Server.Storage;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Moving;

/// <summary>Rows go from one store into another as they are.</summary>
public sealed class StoreCopyTests
{
    private const int Owners = 700;

    [Fact]
    public void The_tables_that_are_copied_are_those_of_the_scripts_with_all_their_columns()
    {
        using TemporaryFolder folder = Folders.New();
        foreach ((string store, IReadOnlyList<StoreTable> tables) in new[]
        {
            ("keys", StoreTable.OfKeys), ("records", StoreTable.OfRecords),
        })
        {
            var database = new SqliteDatabase(Path.Combine(folder.FullName, store));
            using var statements = new Statements(database, isWriter: true);
            statements.BringUpToDate(store);

            string[] there = [.. statements.All(row => row.GetString(0), database.TablesSql).SelectMany(table =>
                statements.All(row => row.GetString(0), database.ColumnsSql, table).Select(column => $"{table}.{column}"))];

            Assert.Equal(
                there.Order(StringComparer.Ordinal),
                tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_copy_that_was_cut_off_anywhere_goes_on_and_ends_alike()
    {
        using TemporaryFolder folder = Folders.New();
        SqliteDatabase from = Filled(folder);
        for (int chunks = 0; chunks < 5; chunks++)
        {
            var to = new SqliteDatabase(Path.Combine(folder.FullName, $"to-{chunks.ToString(CultureInfo.InvariantCulture)}"));
            using (var cut = new StoreCopy(from, to, "keys", StoreTable.OfKeys))
            {
                Assert.True(cut.IsFresh);
                int left = chunks;
                Assert.Throws<OperationCanceledException>(() => cut.Run(
                    _ => { if (left-- == 0) { throw new OperationCanceledException(); } },
                    TestContext.Current.CancellationToken));
            }

            using var copy = new StoreCopy(from, to, "keys", StoreTable.OfKeys);
            Assert.True(copy.IsBegun);
            Assert.Null(copy.Compare(TestContext.Current.CancellationToken));
            copy.Run(_ => { }, TestContext.Current.CancellationToken);

            Assert.Equal(Owners, copy.Compare(TestContext.Current.CancellationToken)!["blind"]);
        }
    }

    [Theory]
    [InlineData("UPDATE blind SET tag = x'00' WHERE owner = (SELECT max(owner) FROM blind)")]
    [InlineData("DELETE FROM blind WHERE owner = (SELECT max(owner) FROM blind)")]
    [InlineData("INSERT INTO blind (field, tag, owner) VALUES ('email', x'ff', x'ff')")]
    [InlineData("UPDATE compartment_key SET generation = 2")]
    [InlineData("UPDATE commit_count SET sealed = x'00'")]
    public void Anything_that_differs_is_noticed(string change)
    {
        using TemporaryFolder folder = Folders.New();
        SqliteDatabase from = Filled(folder);
        string file = Path.Combine(folder.FullName, "to");
        using var copy = new StoreCopy(from, new SqliteDatabase(file), "keys", StoreTable.OfKeys);
        copy.Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.NotNull(copy.Compare(TestContext.Current.CancellationToken));

        Database.Run(file, change);

        Assert.Null(copy.Compare(TestContext.Current.CancellationToken));
    }

    /// <summary>A store of the keys with rows over several pages.</summary>
    private static SqliteDatabase Filled(TemporaryFolder folder)
    {
        var database = new SqliteDatabase(Path.Combine(folder.FullName, "from"));
        using var statements = new Statements(database, isWriter: true);
        statements.BringUpToDate("keys");
        statements.Begin();
        statements.Run("INSERT INTO commit_count (id, sealed) VALUES (1, $1)", new byte[] { 7 });
        statements.Run("INSERT INTO compartment_key (purpose, generation, sealed) VALUES ('index', 1, $1)", new byte[] { 8 });
        for (int i = 0; i < Owners; i++)
        {
            byte[] owner = [1, (byte)(i / 256), (byte)(i % 256)];
            statements.Run("INSERT INTO blind (field, tag, owner) VALUES ('email', $1, $2)", new[] { (byte)(i * 7 % 256) }, owner);
        }

        statements.Commit();
        return database;
    }
}
