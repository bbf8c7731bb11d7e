namespace Strongroom.Cli.Recipients;

/// <summary>Lists recipients.</summary>
internal static class ListRecipients
{
    public static Verb Declare() => new Verb("list", "Lists recipients.", "strongroom recipient list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("recipients", cancellation),
            ("id", "id"), ("name", "name"), ("purpose", "purpose"), ("codes", "state"), ("until", "expiresAt"));
        return ExitCodes.Done;
    }
}
