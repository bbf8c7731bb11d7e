using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Keys;

/// <summary>Draws new keys: the unseal key and the root, or those of every open compartment.</summary>
internal static class RotateKeys
{
    public static Verb Declare()
    {
        var compartments = new Option<bool>("--compartments")
        {
            Description = "The keys of all open compartments instead, while they work.",
        };
        return new Verb("rotate", "Draws a new unseal key and root, and prints the new recovery sheet.",
            "strongroom key rotate --compartments") { compartments }
            .Asks((parsed, errand, cancellation) => parsed.GetValue(compartments)
                ? RotateCompartmentsAsync(errand, cancellation)
                : RotateRootAsync(errand, cancellation));
    }

    private static async Task<int> RotateRootAsync(Errand errand, CancellationToken cancellation)
    {
        errand.Confirm("draw a new unseal key? The present recovery sheet will open nothing any more.");
        JsonObject rotated = await errand.Api.PostAsync("keys/rotations", null, cancellation);
        IEnumerable<(string, string)> lines = ((JsonArray)rotated["sheet"]!).Select(
            (line, index) => ($"sheet, line {index + 1}", JsonReading.Text(line)));
        errand.Show(rotated, "generation", [("generation", rotated.Text("generation")), .. lines]);
        Terminal.Note("write the four lines down now: they are shown this once, and whoever has them has the key");
        return ExitCodes.Done;
    }

    private static async Task<int> RotateCompartmentsAsync(Errand errand, CancellationToken cancellation)
    {
        JsonObject rotated = await errand.Api.PostAsync("keys/compartment-rotations", null, cancellation);
        errand.Show(
            rotated, "rotated", ("compartments with their next key", rotated.Text("rotated")),
            ("closed, with their present key", rotated.Text("closed")),
            ("keys sealed anew", rotated.Text("keysSealedAnew")));
        return ExitCodes.Done;
    }
}
