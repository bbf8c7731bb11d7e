using System.CommandLine;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Compartments;

/// <summary>Begins a series of compartments.</summary>
internal static class CreateCompartment
{
    public static Verb Declare()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The series' name: lower-case letters, digits and dashes.",
        };
        var cap = new Option<int?>("--cap")
        {
            Description = "How many customers each compartment holds; 499 if not set otherwise.",
            HelpName = "N",
        };
        return new Verb(
            "create", "Makes the first compartment of a series.", "strongroom compartment create clinic") { name, cap }
            .Asks((parsed, errand, cancellation) =>
                RunAsync(errand, parsed.GetRequiredValue(name), parsed.GetValue(cap), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string name, int? cap, CancellationToken cancellation)
    {
        var request = new JsonObject { ["name"] = name };
        if (cap is { } most)
        {
            request["cap"] = most;
        }

        CompartmentLines.Show(errand, await errand.Api.PostAsync("compartments", request, cancellation));
        return ExitCodes.Done;
    }
}
