using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Imports;
using Strongroom.Cli.ServiceAccounts;

namespace Strongroom.Cli.Demo;

/// <summary>The compartments of the demo, its customers, and the key that programs use.</summary>
internal sealed class DemoRegister(Func<Connection> connect, TimeProvider time)
{
    private const int Days = 30;
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
        string[] scopes =
        [
            "customers:create", "customers:lookup", "reveal:full-name", "reveal:email", "recipients:export",
            "recipients:resolve",
        ];
        return (await MakeAccountAsync(
            owner, "appointments", "Bookings of the web site", scopes, ["clinic"], cancellation)).Text("key");
    }

    /// <summary>Imports the files under a key that ends with it, and gives the codes.</summary>
    public async Task<IReadOnlyList<DemoCode>> ImportAsync(
        Connection owner, DemoFolder folder, CancellationToken cancellation)
    {
        JsonObject account = await MakeAccountAsync(
            owner, "moving in", "First import", ["customers:import", "customers:view"], Series, cancellation);
        using Connection api = connect().As(account.Text("key"));
        var codes = new List<DemoCode>();
        foreach (string series in Series)
        {
            JsonObject import = await SendImport.RunAsync(
                api, series, folder.CustomersFile(series), isDryRun: false, null, cancellation);
            if (import["report"].Text("bad") is not "0")
            {
                throw new StoppedException(ExitCodes.Failed, $"the import of {series} did not take every row", null);
            }

            codes.AddRange(await CodesAsync(api, series, cancellation));
        }

        await owner.DeleteAsync($"service-accounts/{account.Text("id")}", cancellation);
        return codes;
    }

    private static async Task<IEnumerable<DemoCode>> CodesAsync(
        Connection api, string series, CancellationToken cancellation)
    {
        JsonObject page =
            await api.GetAsync("customers" + Paging.Make(("compartment", series), ("limit", "200")), cancellation);
        return ((JsonArray)page["items"]!).Select(one => new DemoCode(one.Text("code"), one.Text("compartment")));
    }

    private Task<JsonObject> MakeAccountAsync(
        Connection owner, string name, string purpose, IEnumerable<string> scopes, IEnumerable<string> series,
        CancellationToken cancellation) =>
        owner.PostAsync(
            "service-accounts",
            CreateServiceAccount.Request(name, purpose, scopes, series, time.GetUtcNow().AddDays(Days)),
            cancellation);
}
