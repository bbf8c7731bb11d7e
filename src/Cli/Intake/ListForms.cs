namespace Strongroom.Cli.Intake;

/// <summary>Lists the published forms.</summary>
internal static class ListForms
{
    public static Verb Declare() => new Verb("list", "Lists the published forms.", "strongroom intake list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("intake-forms", cancellation),
            ("form", "slug"), ("series", "series"), ("address", "url"), ("waiting", "waiting"), ("set aside", "setAside"));
        return ExitCodes.Done;
    }
}
