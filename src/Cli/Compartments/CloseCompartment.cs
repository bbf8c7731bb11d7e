using System.CommandLine;

namespace Strongroom.Cli.Compartments;

/// <summary>Closes a compartment: its key leaves the server's memory.</summary>
internal static class CloseCompartment
{
    public static Verb Declare()
    {
        Argument<string> name = CompartmentLines.Name();
        return new Verb("close", "Closes a compartment; nobody sees its customers until it is opened.",
            "strongroom compartment close clinic --yes") { name }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(name), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string name, CancellationToken cancellation)
    {
        errand.Confirm($"close {name}?");
        CompartmentLines.Show(
            errand, await errand.Api.PostAsync(CompartmentLines.Path(name) + "/closings", null, cancellation));
        return ExitCodes.Done;
    }
}
