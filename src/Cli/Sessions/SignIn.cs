using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Sessions;

/// <summary>Begins a session; its token is kept for the next commands.</summary>
internal static class SignIn
{
    public static Verb Declare() => new Verb(
        "sign-in",
        "Signs you in. Asks for e-mail, password and code; from a pipe they are three lines.",
        "strongroom sign-in --server https://localhost:8443 --certificate credentials/authority.pem")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        string email = Terminal.Ask("e-mail");
        string password = Terminal.AskSecret("password");
        string code = Terminal.AskSecret("code of the authenticator");
        JsonObject session = await BeginAsync(errand.Api, email, password, code, cancellation);
        JsonObject me = await errand.Api.GetAsync("me", cancellation);
        session["name"] = me.Text("name");
        session["summary"] = me.Text("summary");
        errand.Show(
            session, "name", ("signed in as", me.Text("name")), ("steps", me.Text("summary")),
            ("ends at", session.Text("expiresAt")),
            ("unused for", $"{session.Text("idleMinutes")} minutes"));
        return ExitCodes.Done;
    }

    /// <summary>Begins a session on a connection.</summary>
    public static Task<JsonObject> BeginAsync(
        Connection api, string email, string password, string code, CancellationToken cancellation) =>
        api.PostAsync(
            "sessions", new JsonObject { ["email"] = email, ["password"] = password, ["code"] = code }, cancellation);
}
