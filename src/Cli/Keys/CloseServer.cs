using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Keys;

/// <summary>Closes everything: every key leaves the server's memory.</summary>
internal static class CloseServer
{
    public static Verb Declare() => new Verb(
        "close", "Closes everything: every key leaves memory until key holders open again.",
        "strongroom key close --yes").Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.Confirm("close everything, for everybody?");
        JsonObject state = await errand.Api.PostAsync("keys/closings", null, cancellation);
        errand.Show(state, "state", ("state", state.Text("state")));
        return ExitCodes.Done;
    }
}
