namespace Strongroom.Cli.Compartments;

/// <summary>Lists compartments with their size against the cap.</summary>
internal static class ListCompartments
{
    public static Verb Declare() => new Verb("list", "Lists compartments.", "strongroom compartment list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("compartments", cancellation),
            ("name", "name"), ("series", "series"), ("customers", "customers"), ("cap", "cap"), ("closed", "isClosed"));
        return ExitCodes.Done;
    }
}
