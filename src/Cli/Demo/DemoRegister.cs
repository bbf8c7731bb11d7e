using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Demo;

/// <summary>The compartments of the demo, its customers, and the key that programs use.</summary>
internal sealed class DemoRegister(Func<Connection> connect, TimeProvider time)
{
    private const int AtOnce = 8;
    public static readonly IReadOnlyList<string> Series = ["clinic", "accounts", "shop"];

    public static async Task MakeCompartmentsAsync(Connection owner, CancellationToken cancellation)
    {
        foreach (string series in Series)
        {
            await owner.PostAsync("compartments", new JsonObject { ["name"] = series }, cancellation);
        }
    }

    /// <summary>The key that the demo hands out.</summary>
    public async Task<string> MakeKeyAsync(Connection owner, CancellationToken cancellation)
    {
        string[] scopes = ["customers:create", "customers:lookup", "reveal:full-name", "reveal:email"];
        return (await MakeAccountAsync(owner, "appointments", "Bookings of the web site", scopes, ["clinic"], cancellation)).Text("key");
    }

    /// <summary>Takes the customers in under a key that ends with it, and gives their codes in the customers' order.</summary>
    public async Task<IReadOnlyList<DemoCode>> TakeInAsync(Connection owner, IReadOnlyList<DemoCustomer> customers, CancellationToken cancellation)
    {
        JsonObject account = await MakeAccountAsync(owner, "moving in", "First import", ["customers:create"], Series, cancellation);
        using Connection api = connect().As(account.Text("key"));
        var codes = new ConcurrentDictionary<int, DemoCode>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(customers, options, async (customer, cancelled) =>
        {
            var request = new JsonObject { ["compartment"] = customer.Series, ["fields"] = customer.Fields() };
            JsonObject created = await api.PostAsync("customers", request, cancelled);
            codes[customer.Number] = new DemoCode(created.Text("code"), created.Text("compartment"));
        });
        await owner.DeleteAsync($"service-accounts/{account.Text("id")}", cancellation);
        return [.. customers.Select(customer => codes[customer.Number])];
    }

    private Task<JsonObject> MakeAccountAsync(
        Connection owner, string name, string purpose, IEnumerable<string> scopes, IEnumerable<string> series, CancellationToken cancellation) =>
        owner.PostAsync(
            "service-accounts",
            new JsonObject
            {
                ["name"] = name,
                ["purpose"] = purpose,
                ["scopes"] = JsonReading.Array(scopes),
                ["series"] = JsonReading.Array(series),
                ["expiresAt"] = time.GetUtcNow().AddDays(30).ToString("O", CultureInfo.InvariantCulture),
            },
            cancellation);
}
