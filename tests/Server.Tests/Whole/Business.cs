using System.Net.Http;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// A claimed business in this process: the series <c>clinic</c> and <c>accounts</c>, its owner (who also screens and
/// handles cases), and the key of a program.
/// </summary>
internal sealed class Business : IAsyncDisposable
{
    private static readonly string[] Scopes =
    [
        "customers:create", "customers:view", "customers:lookup", "customers:correct", "customers:import",
        "compartments:view", "log:read",
        "reveal:full-name", "reveal:email", "reveal:phone", "reveal:note", "reveal:postal-address",
        "documents:redact", "archive:file", "archive:read",
    ];

    private Business(RunningServer server, Person owner)
    {
        Server = server;
        Owner = owner;
    }

    public RunningServer Server { get; }

    public Person Owner { get; }

    /// <summary>The owner's session, stepped up.</summary>
    public string Token { get; private set; } = string.Empty;

    /// <summary>The program's key.</summary>
    public string Key { get; private set; } = string.Empty;

    public HttpClient Http => Server.Http;

    public string DataFolder => Path.Combine(Server.Folder, "data");

    public string UnsealKeyFile => Path.Combine(Server.Folder, "credentials", "unseal-key");

    public static async Task<Business> FoundAsync(params string[] settings)
    {
        RunningServer server = await RunningServer.StartAsync(["--Reveal:PerTenMinutes=1000000", .. settings]);
        IDictionary<string, object> claim = await server.ClaimBodyAsync(roles: ["case-handler", "security-officer"]);
        claim["series"] = (string[])["clinic", "accounts"];
        Answer claimed = await server.SendAsync(HttpMethod.Post, "setup", claim);
        Assert.Equal(201, claimed.Status);
        var business = new Business(
            server, new Person("ada@example.org", Person.GoodPassword, claimed.Text("secret"), claimed.Text("id")));
        await business.LogInAsync();
        foreach (string name in new[] { "clinic", "accounts" })
        {
            Assert.Equal(201,
                (await business.Http.SendAsync(HttpMethod.Post, "compartments", new { name }, business.Token)).Status);
        }

        Answer account = await business.Http.SendAsync(
            HttpMethod.Post,
            "service-accounts",
            new { name = "Shop", purpose = "orders", scopes = Scopes, series = (string[])["clinic", "accounts"], expiresAt = server.Time.GetUtcNow().AddDays(30) },
            business.Token);
        Assert.Equal(201, account.Status);
        business.Key = account.Text("key");
        return business;
    }

    public async Task LogInAsync() => Token = await Server.LogInSteppedUpAsync(Owner);

    /// <summary>Registers a customer and gives the code.</summary>
    public async Task<string> RegisterAsync(string series, object fields)
    {
        Answer created = await Http.RegisterAsync(Token, series, fields);
        Assert.Equal(201, created.Status);
        return created.Code;
    }

    /// <summary>Invites somebody, who joins, is assigned to a series and screened.</summary>
    public async Task<Person> AddColleagueAsync(string email, string role, string series, int screenedForDays)
    {
        await LogInAsync(); // inviting asks for a fresh step-up
        Person person = await Server.AddPersonAsync(Token, email, role);
        Answer assigned = await Http.SendAsync(
            HttpMethod.Patch, $"staff/{person.Id}", new { series = (string[])[series] }, Token, ("If-Match", "*"));
        Assert.Equal(200, assigned.Status);
        var today = DateOnly.FromDateTime(Server.Time.GetUtcNow().UtcDateTime);
        Answer screened = await Http.SendAsync(
            HttpMethod.Post,
            $"staff/{person.Id}/screenings",
            new { items = (string[])["identity"], doneOn = today, validUntil = today.AddDays(screenedForDays), proof = "binder 4, page 12" },
            Token);
        Assert.Equal(201, screened.Status);
        return person;
    }

    /// <summary>Accepts the current agreement.</summary>
    public async Task SignAsync(string token)
    {
        Answer agreement = await Http.SendAsync(HttpMethod.Get, "agreements/current", null, token);
        Answer signed = await Http.SendAsync(
            HttpMethod.Post, $"agreements/{agreement.Text("id")}/signatures",
            new { name = "Grace Example", intent = true }, token);
        Assert.Equal(201, signed.Status);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
