using System.Text.Json;

namespace Strongroom.Server.Tests;

/// <summary>
/// A running server with a screened case handler at work in <c>clinic</c>, and what tests ask of the register.
/// </summary>
public sealed class Clinic : IAsyncDisposable
{
    private Clinic(RunningServer server, Person owner, string token)
    {
        Server = server;
        Owner = owner;
        Token = token;
    }

    public RunningServer Server { get; }

    public Person Owner { get; }

    /// <summary>The owner's session: a firm of one person, who is owner, security officer and case handler.</summary>
    public string Token { get; private set; }

    public static async Task<Clinic> OpenAsync(params string[] more)
    {
        RunningServer server = await RunningServer.StartAsync(more);
        Person owner = await server.ClaimAsync("case-handler", "security-officer");
        var clinic = new Clinic(server, owner, await server.LogInAsync(owner));
        Answer made = await clinic.SendAsync(HttpMethod.Post, "compartments", new { name = "clinic" });
        Assert.Equal(201, made.Status);
        Answer staff = await clinic.SendAsync(HttpMethod.Get, $"staff/{owner.Id}");
        Answer assigned = await server.SendAsync(
            HttpMethod.Patch, $"staff/{owner.Id}", new { series = new[] { "clinic", "accounts" } }, clinic.Token,
            ("If-Match", staff.Headers["ETag"]));
        Assert.Equal(200, assigned.Status);
        return clinic;
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null) =>
        Server.SendAsync(method, path, body, Token);

    /// <summary>Registers a customer and gives the code.</summary>
    public async Task<string> RegisterAsync(object fields, string compartment = "clinic")
    {
        Answer answer = await SendAsync(HttpMethod.Post, "customers", new { compartment, fields });
        Assert.Equal(201, answer.Status);
        return answer.Text("code");
    }

    /// <summary>A case handler who is screened and has signed, at work in the series named; gives the token.</summary>
    public async Task<string> WorkerAsync(string email, params string[] series)
    {
        Person person = await Server.AddPersonAsync(Token, email, "case-handler");
        var today = DateOnly.FromDateTime(Server.Time.GetUtcNow().UtcDateTime);
        Answer screened = await SendAsync(HttpMethod.Post, $"staff/{person.Id}/screenings", new
        {
            items = (string[])["identity"],
            doneOn = today,
            validUntil = today.AddYears(1),
            proof = "binder 4",
        });
        Assert.Equal(201, screened.Status);
        Answer assigned = await Server.SendAsync(
            HttpMethod.Patch, $"staff/{person.Id}", new { series }, Token, ("If-Match", "*"));
        Assert.Equal(200, assigned.Status);
        string token = await Server.LogInAsync(person);
        Answer agreement = await Server.SendAsync(HttpMethod.Get, "agreements/current", token: token);
        Answer signed = await Server.SendAsync(
            HttpMethod.Post, $"agreements/{agreement.Text("id")}/signatures",
            new { name = "Grace Example", intent = true }, token);
        Assert.Equal(201, signed.Status);
        return token;
    }

    public Task<Answer> RevealAsync(string code, params string[] fields) =>
        SendAsync(HttpMethod.Post, $"customers/{code}/reveals", new { fields, purpose = "support" });

    /// <summary>Sends a CSV file and waits until the import has ended.</summary>
    public async Task<JsonElement> ImportAsync(string csv, string compartment = "clinic", bool dryRun = false)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(compartment), "compartment" },
            { new StringContent(dryRun ? "true" : "false"), "dryRun" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "file", "customers.csv" },
        };
        Answer started = await SendAsync(HttpMethod.Post, "imports", form);
        Assert.Equal(202, started.Status);
        return await EndOfImportAsync(started.Text("id"));
    }

    /// <summary>Waits until an import has ended, and gives its last card.</summary>
    public async Task<JsonElement> EndOfImportAsync(string id)
    {
        while (true)
        {
            Answer import = await SendAsync(HttpMethod.Get, $"imports/{id}");
            JsonElement json = JsonDocument.Parse(import.Body).RootElement;
            if (json.GetProperty("job").GetProperty("state").GetString() is not ("waiting" or "running"))
            {
                return json;
            }

            Server.Time.Advance(TimeSpan.FromMilliseconds(200)); // the runner looks by the server's clock
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends a letter of a customer in as PDF, waits until it is read, and gives its id.</summary>
    public async Task<string> ReadInAsync(string code, byte[] pdf)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(code), "customer" },
            { new StringContent("letter"), "kind" },
            { new ByteArrayContent(pdf), "file", "letter.pdf" },
        };
        Answer accepted = await SendAsync(HttpMethod.Post, "documents", form);
        Assert.Equal(202, accepted.Status);
        Assert.Equal("done", await EndOfAsync(accepted.Text("job")));
        return accepted.Text("document");
    }

    /// <summary>Waits until a job has ended, and gives its state.</summary>
    public async Task<string> EndOfAsync(string job)
    {
        while (true)
        {
            string state = (await SendAsync(HttpMethod.Get, $"jobs/{job}")).Text("state");
            if (state is not ("waiting" or "running"))
            {
                return state;
            }

            Server.Time.Advance(TimeSpan.FromMilliseconds(200)); // the runner looks by the server's clock
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Stops the server and starts it on the same folders; the session goes on.</summary>
    public Task RestartAsync() => Server.StartAgainAsync();

    /// <summary>Logs the owner in again, after the session has ended by itself.</summary>
    public async Task ReturnAsync() => Token = await Server.LogInAsync(Owner);

    public async Task StepUpAsync()
    {
        Answer answer =
            await SendAsync(HttpMethod.Post, "sessions/current/step-ups", new { code = Server.NextCode(Owner) });
        Assert.Equal(200, answer.Status);
        Token = answer.Token!;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
