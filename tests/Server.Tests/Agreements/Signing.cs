using System.Net.Http;

namespace Strongroom.Server.Tests.Agreements;

/// <summary>An owner with a passkey before a version that is not signed yet.</summary>
internal sealed class Signing : IAsyncDisposable
{
    private readonly RunningServer _server;
    private readonly Authenticator _passkey = new();
    private readonly string _token;

    private Signing(RunningServer server, string token) => (_server, _token) = (server, token);

    public string Text { get; } = "# Two\n\n1. You keep it to yourself.\n";

    /// <summary>The version to be signed.</summary>
    public string Id { get; private set; } = string.Empty;

    public string PasskeyId { get; private set; } = string.Empty;

    public static async Task<Signing> BeginAsync()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        var signing = new Signing(server, await server.LogInAsync(owner));
        signing.PasskeyId = await server.RegisterAsync(signing._passkey, signing._token);
        signing.Id = (await signing.PublishAsync(signing.Text)).Text("id");
        return signing;
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null) =>
        _server.SendAsync(method, path, body, _token);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<Answer> PublishAsync(string text)
    {
        Answer published = await SendAsync(HttpMethod.Post, "agreements", new { text });
        Assert.Equal(201, published.Status);
        return published;
    }

    public async Task<Answer> AskAsync(string id)
    {
        Answer asked = await SendAsync(
            HttpMethod.Post, $"agreements/{id}/signatures/passkeys/challenges",
            new { name = "Ada Example", intent = true, shown = true });
        Assert.Equal(200, asked.Status);
        return asked;
    }

    public Task<Answer> AnswerAsync(string id, Answer asked) => SendAsync(
        HttpMethod.Post, $"agreements/{id}/signatures/passkeys",
        new { ceremony = asked.Text("ceremony"), credential = _passkey.Sign(asked.Json.GetProperty("options")) });

    public async Task<Answer> SignAsync() => await AnswerAsync(Id, await AskAsync(Id));

    public Task<Answer> VerifyAsync(object receipt) => SendAsync(HttpMethod.Post, "agreements/verifications", receipt);

    public PageVisit Visit() => new(_server, _token);

    public ValueTask DisposeAsync()
    {
        _passkey.Dispose();
        return _server.DisposeAsync();
    }
}
