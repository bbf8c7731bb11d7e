namespace Strongroom.Cli.ServiceAccounts;

/// <summary>Lists service accounts, without their keys.</summary>
internal static class ListServiceAccounts
{
    public static Verb Declare() => new Verb("list", "Lists service accounts.", "strongroom service-account list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("service-accounts", cancellation),
            ("id", "id"), ("name", "name"), ("scopes", "scopes"), ("series", "series"), ("until", "expiresAt"),
            ("last used", "usedAt"));
        return ExitCodes.Done;
    }
}
