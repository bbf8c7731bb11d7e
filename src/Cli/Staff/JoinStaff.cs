using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Staff;

/// <summary>Takes up an invitation: the authenticator's secret first, then a password and a code that shows that it is
/// kept.</summary>
internal static class JoinStaff
{
    public static Verb Declare() => new Verb(
        "join", "Takes up an invitation. Asks for its code, a password and a code of the authenticator.",
        "strongroom staff join")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        string code = Terminal.AskSecret("code of the invitation");
        JsonObject factor = await OpenAsync(errand.Api, code, cancellation);
        Terminal.Complain($"{factor.Text("name")}, put this secret into your authenticator: {factor.Text("secret")}");
        Terminal.Complain(factor.Text("uri"));
        string password = Terminal.AskSecret("password (15 characters or more)");
        string factorCode = Terminal.AskSecret("the code that the authenticator shows now");
        JsonObject joined = await AcceptAsync(errand.Api, code, password, factorCode, cancellation);
        errand.Show(
            joined, "id", ("id", joined.Text("id")),
            ("recovery codes",
                "each replaces the authenticator once; keep them on paper: " + joined.Text("recoveryCodes")));
        return ExitCodes.Done;
    }

    /// <summary>Whom the invitation is for, and the secret.</summary>
    public static Task<JsonObject> OpenAsync(Connection api, string code, CancellationToken cancellation) =>
        api.PostAsync("invitations/openings", new JsonObject { ["code"] = code }, cancellation);

    public static Task<JsonObject> AcceptAsync(
        Connection api, string code, string password, string factorCode, CancellationToken cancellation) =>
        api.PostAsync(
            "invitations/acceptances",
            new JsonObject { ["code"] = code, ["password"] = password, ["factorCode"] = factorCode },
            cancellation);
}
