using System.Text;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>Somebody has a dump of every database, and no key.</summary>
[Trait("store", "postgres")]
public sealed class DumpTests
{
    [Fact]
    public async Task A_dump_of_every_database_holds_no_planted_value_and_no_code()
    {
        await using Business business = await Business.FoundAsync();
        var planted = new List<string>(Canaries.All);
        foreach (IReadOnlyDictionary<string, object> customer in Canaries.Customers.Append(Canaries.WithParts))
        {
            planted.Add(await business.RegisterAsync("clinic", customer));
        }

        Answer import = await business.Http.ImportAsync(business.Key, "accounts", Canaries.Csv, Canaries.FileName);
        Assert.Equal(202, import.Status);
        await business.Http.EndOfImportAsync(business.Key, import.Text("id"));
        Assert.Equal(201, (await business.Http.RevealAsync(business.Key, planted[^1], "phone")).Status);
        await business.Server.StopAsync();

        var stores = new Stores(business.Server.Folder);
        PostgresCluster cluster = await PostgresCluster.SharedAsync();
        var scanner = new CanaryScanner(planted);
        int records = 0;
        foreach (string place in new[] { "registry", "clinic/keys", "clinic/records", "accounts/keys", "accounts/records" })
        {
            string dump = await cluster.DumpAsync(stores.DatabaseOf(place));
            records += dump.Split("\\\\x").Length;
            Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(dump)));
        }

        Assert.True(records > 100, $"only {records} values were dumped");
        Assert.Empty(scanner.Find(Encoding.UTF8.GetBytes(cluster.Log)));
        Assert.Empty(scanner.FindInFolder(business.DataFolder));
    }
}
