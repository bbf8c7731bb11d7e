using System.CommandLine;

namespace Strongroom.Cli.Compartments;

/// <summary>Shows one compartment.</summary>
internal static class ShowCompartment
{
    public static Verb Declare()
    {
        Argument<string> name = CompartmentLines.Name();
        return new Verb("show", "Shows a compartment.", "strongroom compartment show clinic") { name }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(name), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string name, CancellationToken cancellation)
    {
        CompartmentLines.Show(errand, await errand.Api.GetAsync(CompartmentLines.Path(name), cancellation));
        return ExitCodes.Done;
    }
}
