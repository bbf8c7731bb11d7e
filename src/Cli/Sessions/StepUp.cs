using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Sessions;

/// <summary>Gives the second factor again; for some minutes, acts that ask for it are open.</summary>
internal static class StepUp
{
    public static Verb Declare() => new Verb(
        "step-up", "Confirms that it is you with a fresh code, for what asks for it.", "strongroom step-up")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        JsonObject session = await GiveAsync(errand.Api, Terminal.AskSecret("code of the authenticator"), cancellation);
        errand.Show(session, "expiresAt", ("stepped up; the session ends at", session.Text("expiresAt")));
        return ExitCodes.Done;
    }

    /// <summary>Steps up on a connection.</summary>
    public static Task<JsonObject> GiveAsync(Connection api, string code, CancellationToken cancellation) =>
        api.PostAsync("sessions/current/step-ups", new JsonObject { ["code"] = code }, cancellation);
}
