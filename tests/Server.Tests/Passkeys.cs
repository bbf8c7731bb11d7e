namespace Strongroom.Server.Tests;

/// <summary>The ceremonies of passkeys over HTTP, as a page does them.</summary>
internal static class Passkeys
{
    /// <summary>Asks for a challenge, lets the passkey sign it, and sends the answer to the path beside it.</summary>
    public static async Task<Answer> AnswerPasskeyAsync(
        this RunningServer server, string path, Authenticator passkey, string? token = null, object? request = null)
    {
        Answer asked = await server.SendAsync(HttpMethod.Post, $"{path}/challenges", request, token);
        Assert.Equal(200, asked.Status);
        return await server.SendAsync(
            HttpMethod.Post, path,
            new { ceremony = asked.Text("ceremony"), credential = passkey.Sign(asked.Json.GetProperty("options")) },
            token);
    }

    public static async Task<Answer> TryRegisterAsync(
        this RunningServer server, Authenticator passkey, string token, string name = "Front desk")
    {
        Answer asked = await server.SendAsync(HttpMethod.Post, "passkeys/registrations", new { }, token);
        Assert.Equal(200, asked.Status);
        return await server.SendAsync(
            HttpMethod.Post, "passkeys",
            new
            {
                ceremony = asked.Text("ceremony"),
                name,
                credential = passkey.Register(asked.Json.GetProperty("options")),
            },
            token);
    }

    /// <summary>Registers a passkey for whoever has the token, and gives its id.</summary>
    public static async Task<string> RegisterAsync(this RunningServer server, Authenticator passkey, string token)
    {
        Answer answer = await server.TryRegisterAsync(passkey, token);
        Assert.Equal(201, answer.Status);
        return answer.Text("id");
    }

    public static Task<Answer> LogInByPasskeyAsync(this RunningServer server, Authenticator passkey) =>
        server.AnswerPasskeyAsync("sessions/passkeys", passkey);
}
