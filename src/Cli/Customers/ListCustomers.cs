using System.CommandLine;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Lists codes; nothing personal.</summary>
internal static class ListCustomers
{
    public static Verb Declare()
    {
        var compartment = new Option<string?>("--compartment")
        {
            Description = "A series or one compartment; all that are yours without it.",
        };
        var trashed = new Option<bool>("--trashed") { Description = "Those in the trash." };
        Paging paging = new();
        return new Verb("list", "Lists customers' codes.", "strongroom customer list --compartment clinic --limit 20")
        {
            compartment,
            trashed,
            paging.Limit,
            paging.Cursor,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand,
            paging.Query(parsed, ("compartment", parsed.GetValue(compartment)),
                ("trashed", parsed.GetValue(trashed) ? "true" : null)),
            cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string query, CancellationToken cancellation)
    {
        errand.ShowList(await errand.Api.GetAsync("customers" + query, cancellation), ("code", "code"),
            ("compartment", "compartment"));
        return ExitCodes.Done;
    }
}
