using System.Net.Http;
using System.Text.Json;

namespace Strongroom.Server.Tests.Staff;

public sealed class JoinByPasskeyTests
{
    [Fact]
    public async Task A_newcomer_joins_and_logs_in_without_any_password()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string code = await InviteAsync(server, await server.LogInSteppedUpAsync(owner));
        using var passkey = new Authenticator();

        Answer joined = await JoinAsync(server, code, passkey);

        Assert.Equal(201, joined.Status);
        Assert.Equal(10, joined.Json.GetProperty("recoveryCodes").GetArrayLength());
        Answer logged = await server.LogInByPasskeyAsync(passkey);
        Assert.Equal(200, logged.Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Post, "invitations/openings", new { code })).Status);
        Assert.Equal(404, (await server.SendAsync(
            HttpMethod.Post, "invitations/passkeys/challenges", new { code })).Status);
    }

    [Fact]
    public async Task The_last_passkey_of_who_has_no_password_stays()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string code = await InviteAsync(server, await server.LogInSteppedUpAsync(owner));
        using var passkey = new Authenticator();
        using var second = new Authenticator();
        await JoinAsync(server, code, passkey);
        string token = (await server.LogInByPasskeyAsync(passkey)).Token!;
        Answer list = await server.SendAsync(HttpMethod.Get, "passkeys", token: token);
        string only = list.Json.GetProperty("items")[0].GetProperty("id").GetString()!;

        Answer refused = await server.SendAsync(HttpMethod.Delete, $"passkeys/{only}", null, token);

        Assert.Equal((403, "not-allowed"), (refused.Status, refused.Code));
        string other = await server.RegisterAsync(second, token);
        Answer[] both = await Task.WhenAll(
            server.SendAsync(HttpMethod.Delete, $"passkeys/{only}", null, token),
            server.SendAsync(HttpMethod.Delete, $"passkeys/{other}", null, token));
        Assert.Equal([204, 403], both.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_passkey_joins_nobody_without_the_invitation_that_began_it()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInSteppedUpAsync(owner);
        string code = await InviteAsync(server, token);
        string other = await InviteAsync(server, token, "alan@example.org");
        using var passkey = new Authenticator();
        Answer asked = await server.SendAsync(HttpMethod.Post, "invitations/passkeys/challenges", new { code });
        object credential = passkey.Register(asked.Json.GetProperty("options"));

        Answer answer = await server.SendAsync(
            HttpMethod.Post, "invitations/passkeys",
            new { code = other, ceremony = asked.Text("ceremony"), name = "Laptop", credential });

        Assert.Equal(400, answer.Status);
        Assert.Equal(200, (await server.SendAsync(
            HttpMethod.Post, "invitations/openings", new { code = other })).Status);
    }

    private static async Task<string> InviteAsync(
        RunningServer server, string token, string email = "grace@example.org")
    {
        Answer invited = await server.SendAsync(
            HttpMethod.Post, "staff", new { email, name = "Grace Example", roles = new[] { "case-handler" } }, token);
        Assert.Equal(201, invited.Status);
        return invited.Text("code");
    }

    private static async Task<Answer> JoinAsync(RunningServer server, string code, Authenticator passkey)
    {
        Answer asked = await server.SendAsync(HttpMethod.Post, "invitations/passkeys/challenges", new { code });
        Assert.Equal(200, asked.Status);
        JsonElement options = asked.Json.GetProperty("options");
        return await server.SendAsync(
            HttpMethod.Post, "invitations/passkeys",
            new { code, ceremony = asked.Text("ceremony"), name = "Laptop", credential = passkey.Register(options) });
    }
}
