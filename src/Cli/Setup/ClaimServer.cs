using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Sessions;

namespace Strongroom.Cli.Setup;

/// <summary>Claims a server that nobody owns: its keys are made, and the person becomes the owner.</summary>
internal static class ClaimServer
{
    private const string Compartment = "compartment";

    public static Verb Declare()
    {
        var fromFile = new Option<string?>("--from-file")
        {
            Description =
                "JSON file in place of the questions: code, business, name, email, password, attestation, agreement, "
                + "and if wanted roles, series, compartment; - for standard input.",
            HelpName = "FILE",
        };
        Verb verb = new Verb("setup", "Claims a server that has no owner yet.",
            "strongroom setup --certificate credentials/authority.pem") { fromFile };
        verb.Subcommands.Add(AskForCode.Declare());
        return verb.Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetValue(fromFile), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string? fromFile, CancellationToken cancellation)
    {
        JsonObject card = await ReadCardAsync(errand.Api, cancellation);
        JsonObject claim = fromFile is null ? AskClaim.Run(card)
            : await JsonReading.ReadFileAsync(fromFile, cancellation);
        string compartment = claim.Text(Compartment);
        claim.Remove(Compartment);
        JsonObject claimed = await ClaimAsync(errand.Api, card, claim, cancellation);
        ShowOwner(errand, claimed);
        if (compartment.Length > 0)
        {
            string secret = claimed.Text("secret");
            string code = fromFile is null
                ? Terminal.AskSecret("the code that the authenticator shows now")
                : Authenticator.CodeBefore(secret, TimeProvider.System.GetUtcNow());
            await SignIn.BeginAsync(errand.Api, claim.Text("email"), claim.Text("password"), code, cancellation);
            await errand.Api.PostAsync("compartments", new JsonObject { ["name"] = compartment }, cancellation);
            Terminal.Note($"the compartment {compartment} is made, and you are signed in");
        }

        return ExitCodes.Done;
    }

    /// <summary>What there is to read before claiming: the agreement and its hash.</summary>
    /// <exception cref="StoppedException">The server has its owner.</exception>
    public static async Task<JsonObject> ReadCardAsync(Connection api, CancellationToken cancellation) =>
        await api.StateAsync(cancellation) is "unclaimed"
            ? await api.GetAsync("setup", cancellation)
            : throw new StoppedException(ExitCodes.NotFound, "this server has its owner already", "strongroom sign-in");

    /// <summary>Sends the claim over the agreement that was read.</summary>
    public static Task<JsonObject> ClaimAsync(
        Connection api, JsonObject card, JsonObject claim, CancellationToken cancellation)
    {
        if (claim["agreementSha256"] is null)
        {
            claim["agreementSha256"] = card.Text("agreementSha256");
        }

        return api.PostAsync("setup", claim, cancellation);
    }

    private static void ShowOwner(Errand errand, JsonObject claimed) => errand.Show(
        claimed, "id",
        ("owner", claimed.Text("id")),
        ("secret", claimed.Text("secret") + "  (for the authenticator; shown this once)"),
        ("the same", claimed.Text("uri")),
        ("recovery codes", "each replaces the authenticator once; keep them on paper"),
        (string.Empty, string.Join("  ", Codes(claimed).Take(5))),
        (string.Empty, string.Join("  ", Codes(claimed).Skip(5))),
        ("receipt", $"number {claimed.Text("receipt")}, for the agreement that you signed"));

    private static IEnumerable<string> Codes(JsonObject claimed) =>
        ((JsonArray)claimed["recoveryCodes"]!).Select(JsonReading.Text);
}
