using System.Net.Http;
using System.Text.Json;
using Strongroom.Server.Tests;
using Strongroom.Server.Tests.Redaction;

namespace Strongroom.Browser.Tests;

/// <summary>
/// A small business with somebody in every role, a newcomer, and customers whose values stand nowhere else.
/// </summary>
public sealed class Practice : IAsyncLifetime
{
    private static readonly string[] Colleagues =
        ["owner", "security-officer", "case-handler", "records-clerk", "front-desk", "auditor"];

    private readonly Dictionary<string, Person> _people = [];
    private Clinic _clinic = null!;

    public RunningServer Server => _clinic.Server;

    /// <summary>Where staff go.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Owner, case handler and security officer in one: sees every page.</summary>
    public Person Owner => _clinic.Owner;

    /// <summary>Has joined; neither screened nor signed.</summary>
    public Person Newcomer { get; private set; } = null!;

    /// <summary>One of each role, by its name.</summary>
    public IReadOnlyDictionary<string, Person> People => _people;

    /// <summary>A customer.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>What stands for the parts of a route, by the word before it: <c>customers/{code}</c>.</summary>
    public IDictionary<string, string> Places { get; } = new Dictionary<string, string>();

    /// <summary>What must never be in an address, a title or a line of output.</summary>
    public static IReadOnlyList<string> Canaries { get; } =
    [
        "Zebulon", "Quartzmire", "900-12-7788", "9001 2778 8", "quartzmire@", "Philippa", "Wrenstow", "wrenstow@",
        "1971-03-14", "14 March 1971", "555-0147", "5550147", "+14155550147", "Gravelpit", "Thistledown",
    ];

    public async ValueTask InitializeAsync()
    {
        var place = Place.Free();
        Address = place.Address;
        _clinic = await Clinic.OpenAsync(
            ["--Reveal:PerTenMinutes=1000", "--Auth:LogInsPerMinute=1000", .. place.Settings]);
        await FillAsync();
    }

    /// <summary>A visitor who is logged in and has stepped up.</summary>
    public async Task<Visitor> VisitAsync(Chrome chrome, Person person, bool hasScript = true)
    {
        Visitor visitor = await chrome.VisitAsync(Address, hasScript);
        await visitor.TakeSessionAsync(Address, await Server.LogInSteppedUpAsync(person));
        return visitor;
    }

    /// <summary>Waits until a job of the owner has ended.</summary>
    public async Task EndOfAsync(string job) => Assert.Equal("done", await _clinic.EndOfAsync(job));

    /// <summary>What of customers and staff has been left in traces or in the server's output.</summary>
    public static IEnumerable<string> LeftBehind(IEnumerable<string> traces) =>
        from trace in traces.Append(Outputs.All)
        from canary in Canaries
        where trace.Contains(canary, StringComparison.OrdinalIgnoreCase)
            || trace.Contains(Uri.EscapeDataString(canary), StringComparison.OrdinalIgnoreCase)
        select $"\"{canary}\" in {(trace.Length > 200 ? "the output" : trace)}";

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    private static object Customer(string name, string email, int number) => new Dictionary<string, object>
    {
        ["full-name"] = name,
        ["email"] = email,
        ["phone"] = "+1 415 555 0147",
        ["date-of-birth"] = "1971-03-14",
        ["us-ssn"] = $"900-1{number}-7788",
        ["note"] = "limps since the fall at Gravelpit Lane",
    };

    private async Task FillAsync()
    {
        Code = await _clinic.RegisterAsync(Customer("Zebulon Quartzmire", "zebulon.quartzmire@example.org", 2));
        await _clinic.RegisterAsync(Customer("Philippa Wrenstow", "philippa.wrenstow@example.org", 3));
        foreach (string role in Colleagues)
        {
            _people[role] = await AddAsync($"{role}@example.org", role);
        }

        Newcomer = await Server.AddPersonAsync(
            await Server.LogInSteppedUpAsync(Owner), "newcomer@example.org", "case-handler");
        JsonElement import = await _clinic.ImportAsync("Full name,Email\nIda Example,ida@example.org\n");
        await FillRecipientAsync();
        Places["documents/{id}"] = await _clinic.ReadInAsync(Code, SmallPdf.Letter(
            "Dear Zebulon Quartzmire,", "your number 900-12-7788 is on file.").Write());
        await _clinic.StepUpAsync();
        Answer agreement = await _clinic.SendAsync(HttpMethod.Get, "agreements/current");
        Answer checks = await _clinic.SendAsync(HttpMethod.Get, "checks");
        Places["checks/{id}"] = checks.Json.GetProperty("items").EnumerateArray()
            .First(check => check.GetProperty("state").GetString() == "amber").GetProperty("id").GetString()!;
        Places["customers/{code}"] = Code;
        Places["compartments/{name}"] = "clinic";
        Places["staff/{id}"] = _people["case-handler"].Id;
        Places["agreements/{id}"] = agreement.Text("id");
        Places["imports/{id}"] = import.GetProperty("job").GetProperty("id").GetString()!;
        Places["jobs/{id}"] = import.GetProperty("job").GetProperty("id").GetString()!;
    }

    private async Task FillRecipientAsync()
    {
        Answer made = await _clinic.SendAsync(
            HttpMethod.Post, "recipients", new { name = "Example Laboratory", purpose = "support" });
        string recipient = made.Text("id");
        await _clinic.SendAsync(HttpMethod.Post, $"customers/{Code}/recipient-codes", new { recipient });
        Answer export = await _clinic.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/exports", new { compartment = "clinic" });
        Places["recipients/{id}"] = recipient;
        Places["exports/{job}"] = export.Text("id");
        Assert.Equal("done", await _clinic.EndOfAsync(export.Text("id")));
    }

    private async Task<Person> AddAsync(string email, string role)
    {
        string token = await Server.LogInSteppedUpAsync(Owner);
        Person person = await Server.AddPersonAsync(token, email, role);
        await ExpectAsync(
            200, HttpMethod.Patch, $"staff/{person.Id}", new { series = (string[])["clinic"] }, token, (
                "If-Match", "*"));
        var today = DateOnly.FromDateTime(Server.Time.GetUtcNow().UtcDateTime);
        await ExpectAsync(201, HttpMethod.Post, $"staff/{person.Id}/screenings", new
        {
            items = (string[])["identity"],
            doneOn = today,
            validUntil = today.AddDays(300),
            proof = "binder 4, page 12",
        }, token);
        string own = await Server.LogInAsync(person);
        Answer agreement = await Server.SendAsync(HttpMethod.Get, "agreements/current", null, own);
        await ExpectAsync(
            201, HttpMethod.Post, $"agreements/{agreement.Text("id")}/signatures",
            new { name = "Grace Example", intent = true }, own);
        return person;
    }

    private async Task ExpectAsync(
        int status, HttpMethod method, string path, object body, string token, params (
            string Name, string Value)[] headers)
    {
        Answer answer = await Server.SendAsync(method, path, body, token, headers);
        Assert.Equal(status, answer.Status);
    }
}
