using System.CommandLine;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Documents;

/// <summary>Lists documents; their names stay masked.</summary>
internal static class ListDocuments
{
    public static Verb Declare()
    {
        var compartment = new Option<string?>("--compartment")
        {
            Description = "A series or one compartment; all that are yours without it.",
        };
        var customer = new Option<string?>("--customer") { Description = "Those of one customer.", HelpName = "CODE" };
        Paging paging = new();
        return new Verb("list", "Lists documents.", "strongroom document list --customer 7Q4M-2KTD-9RWX-JV")
        {
            compartment,
            customer,
            paging.Limit,
            paging.Cursor,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand,
            paging.Query(
                parsed, ("compartment", parsed.GetValue(compartment)), ("customer", parsed.GetValue(customer))),
            cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string query, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("documents" + query, cancellation),
            ("id", "id"), ("state", "state"), ("compartment", "compartment"), ("customer", "customer"),
            ("kind", "kind"), ("boxes", "counts"));
        return ExitCodes.Done;
    }
}
