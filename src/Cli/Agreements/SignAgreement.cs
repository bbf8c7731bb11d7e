using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Agreements;

/// <summary>Shows the current agreement and takes your signature under it.</summary>
internal static class SignAgreement
{
    public static Verb Declare() => new Verb(
        "sign", "Shows the current agreement and signs it in your name; asks for your name and a code.",
        "strongroom agreement sign")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        JsonObject agreement = await errand.Api.GetAsync("agreements/current", cancellation);
        Terminal.Complain(agreement.Text("text"));
        errand.Confirm("have you read this agreement, and do you sign it?");
        string name = Terminal.Ask("your full name");
        string code = Terminal.AskSecret("code of the authenticator (empty within minutes of a sign-in)");
        JsonObject receipt = await SignAsync(errand.Api, name, code.Length > 0 ? code : null, cancellation);
        ShowReceipt.Show(errand, receipt);
        return ExitCodes.Done;
    }

    /// <summary>Signs the current version.</summary>
    /// <param name="api">The signer's connection.</param>
    /// <param name="name">The full name, as typed.</param>
    /// <param name="code">A code; not needed within minutes of a log-in.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<JsonObject> SignAsync(
        Connection api, string name, string? code, CancellationToken cancellation)
    {
        JsonObject agreement = await api.GetAsync("agreements/current", cancellation);
        var request = new JsonObject { ["name"] = name, ["intent"] = true };
        if (code is not null)
        {
            request["code"] = code;
        }

        return await api.PostAsync($"agreements/{agreement.Text("id")}/signatures", request, cancellation);
    }
}
