using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Keys;

/// <summary>The inventory of keys; none of them is shown.</summary>
internal static class ListKeys
{
    public static Verb Declare() => new Verb(
        "list", "Lists every key: what for, generation, state, age, when its next is due.", "strongroom key list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        JsonObject keys = await errand.Api.GetAsync("keys", cancellation);
        errand.ShowList(
            keys, ("purpose", "purpose"), ("compartment", "compartment"), ("generation", "generation"),
            ("state", "state"), ("made", "created"), ("next due", "nextDue"));
        Terminal.Note(keys["shares"] is JsonObject shares
            ? $"the unseal key is split: {shares.Text("needed")} of {((JsonArray)shares["holders"]!).Count} key holders"
            : "the unseal key is whole; split it with: strongroom key split");
        return ExitCodes.Done;
    }
}
