using System.CommandLine;

namespace Strongroom.Cli.Compartments;

/// <summary>Opens a closed compartment.</summary>
internal static class OpenCompartment
{
    public static Verb Declare()
    {
        Argument<string> name = CompartmentLines.Name();
        return new Verb("open", "Opens a closed compartment.", "strongroom compartment open clinic") { name }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(name), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string name, CancellationToken cancellation)
    {
        CompartmentLines.Show(
            errand, await errand.Api.PostAsync(CompartmentLines.Path(name) + "/openings", null, cancellation));
        return ExitCodes.Done;
    }
}
