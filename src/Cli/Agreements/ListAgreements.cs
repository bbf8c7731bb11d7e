using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Agreements;

/// <summary>Lists the versions of the agreement.</summary>
internal static class ListAgreements
{
    public static Verb Declare() =>
        new Verb("list", "Lists the versions of the agreement, newest first.", "strongroom agreement list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("agreements", cancellation),
            ("id", "id"), ("version", "version"), ("current", "isCurrent"), ("published", "publishedAt"),
            ("sha-256", "textSha256"));
        return ExitCodes.Done;
    }

    /// <summary>The id that is meant: <c>current</c> stands for the current version's.</summary>
    public static async Task<string> IdAsync(Connection api, string agreement, CancellationToken cancellation)
    {
        if (agreement is not "current")
        {
            return agreement;
        }

        JsonObject current = await api.GetAsync("agreements/current", cancellation);
        return current.Text("id");
    }
}
