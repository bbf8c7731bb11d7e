using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Compartments;

/// <summary>Gives a compartment its next key.</summary>
internal static class RekeyCompartment
{
    public static Verb Declare()
    {
        Argument<string> name = CompartmentLines.Name();
        return new Verb("rekey", "Gives a compartment its next key while it works. Asks for a step-up first.",
            "strongroom compartment rekey clinic") { name }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(name), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string name, CancellationToken cancellation)
    {
        JsonObject rekeyed = await errand.Api.PostAsync(
            CompartmentLines.Path(name) + "/rekeyings", null, cancellation);
        errand.Show(
            rekeyed, "compartment", ("compartment", rekeyed.Text("compartment")),
            ("generation", $"{rekeyed.Text("from")} is gone, {rekeyed.Text("to")} is used"),
            ("keys sealed anew", rekeyed.Text("keysSealedAnew")));
        return ExitCodes.Done;
    }
}
