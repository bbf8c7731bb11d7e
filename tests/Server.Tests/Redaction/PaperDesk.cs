using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Redaction;

namespace Strongroom.Server.Tests.Redaction;

/// <summary>A claimed server with two series of compartments, and somebody who works in both.</summary>
public sealed class PaperDesk : IAsyncDisposable
{
    private readonly Person _owner;

    private PaperDesk(RunningServer server, Person owner, string token)
    {
        Server = server;
        _owner = owner;
        Token = token;
    }

    public RunningServer Server { get; }

    public string Token { get; private set; }

    /// <summary>The Redactor as this server starts it; a test may put another program in its place.</summary>
    internal RedactorProgram Redactor => Server.Services.GetRequiredService<RedactorProgram>();

    public static async Task<PaperDesk> OpenAsync(params string[] more)
    {
        RunningServer server = await RunningServer.StartAsync(more);
        IDictionary<string, object> body = await server.ClaimBodyAsync(roles: ["case-handler"]);
        body["series"] = new[] { "clinic", "shop" };
        Answer claimed = await server.SendAsync(HttpMethod.Post, "setup", body);
        Assert.Equal(201, claimed.Status);
        var owner = new Person("ada@example.org", Person.GoodPassword, claimed.Text("secret"), claimed.Text("id"));
        var desk = new PaperDesk(server, owner, await server.LogInAsync(owner));
        foreach (string name in new[] { "clinic", "shop", "attic" })
        {
            Assert.Equal(201, (await desk.SendAsync(HttpMethod.Post, "compartments", new { name })).Status);
        }

        return desk;
    }

    public Task<Answer> SendAsync(
        HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        Server.SendAsync(method, path, body, Token, headers);

    /// <summary>Confirms afresh who it is; the token is renewed.</summary>
    public async Task<string> StepUpAsync()
    {
        Answer answer = await SendAsync(
            HttpMethod.Post, "sessions/current/step-ups", new { code = Server.NextCode(_owner) });
        Assert.Equal(200, answer.Status);
        return Token = answer.Token!;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Registers a customer and gives the code.</summary>
    public async Task<string> AddCustomerAsync(string compartment, params (string Kind, object Value)[] fields)
    {
        var body = new { compartment, fields = fields.ToDictionary(field => field.Kind, field => field.Value) };
        Answer created = await SendAsync(HttpMethod.Post, "customers", body);
        Assert.True(created.Status == 201, created.Body);
        return created.Text("code");
    }

    /// <summary>Sends a document in.</summary>
    public Task<Answer> SendInAsync(
        string text, string fileName = "letter.txt", params (string Name, string Value)[] parts) =>
        SendInAsync(Encoding.UTF8.GetBytes(text), fileName, parts);

    /// <summary>Sends a document in.</summary>
    public async Task<Answer> SendInAsync(
        byte[] content, string fileName, params (string Name, string Value)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach ((string name, string value) in parts)
        {
            form.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "file", fileName);
        return await SendAsync(HttpMethod.Post, "documents", form);
    }

    /// <summary>Sends a letter of a customer in, waits until it is read, and gives its id.</summary>
    public async Task<string> ReadInAsync(string text, string code)
    {
        Answer accepted = await SendInAsync(text, parts: [("customer", code), ("kind", "letter")]);
        Assert.True(accepted.Status == 202, accepted.Body);
        Assert.Equal("done", await WaitAsync(accepted));
        return accepted.Text("document");
    }

    /// <summary>Sends a PDF of a customer in, waits until it is read, and gives its id.</summary>
    public async Task<string> ReadInAsync(SmallPdf pdf, string code, string kind = "letter")
    {
        Answer accepted = await SendInAsync(pdf.Write(), "letter.pdf", ("customer", code), ("kind", kind));
        Assert.True(accepted.Status == 202, accepted.Body);
        Assert.Equal("done", await WaitAsync(accepted));
        return accepted.Text("document");
    }

    /// <summary>Downloads bytes.</summary>
    public async Task<byte[]> DownloadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/" + path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using HttpResponseMessage response =
            await Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the job of an answer, and gives its outcome.</summary>
    public async Task<string> WaitAsync(Answer accepted) => await WaitForJobAsync(accepted.Text("job"));

    public async Task<string> WaitForJobAsync(string job)
    {
        while (true)
        {
            Answer answer = await GetAsync("jobs/" + job);
            Assert.True(answer.Status == 200, answer.Body);
            if (answer.Text("state") is "done" or "failed" or "stopped")
            {
                return answer.Text("outcome");
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Accepts everything, makes a copy, and gives its id.</summary>
    public async Task<string> CopyAsync(string document)
    {
        Answer accepted = await SendAsync(HttpMethod.Post, $"documents/{document}/copies", new { acceptAll = true });
        Assert.True(accepted.Status == 202, accepted.Body);
        Assert.Equal("done", await WaitAsync(accepted));
        return accepted.Text("copy");
    }

    public async Task<IReadOnlyList<JsonElement>> BoxesAsync(string document)
    {
        Answer boxes = await GetAsync($"documents/{document}/boxes");
        Assert.True(boxes.Status == 200, boxes.Body);
        return [.. boxes.Json.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Decides on the newest version of the boxes.</summary>
    public async Task<Answer> DecideAsync(string document, params object[] decisions)
    {
        Answer boxes = await GetAsync($"documents/{document}/boxes");
        return await SendAsync(
            HttpMethod.Patch, $"documents/{document}/boxes", new { decisions }, ("If-Match", boxes.Headers["ETag"]));
    }

    public async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        Answer log = await GetAsync("log/entries?from=0&limit=200");
        return [.. log.Json.GetProperty("items").EnumerateArray()];
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
