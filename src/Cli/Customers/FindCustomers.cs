using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Looks customers up by what is known of them; prints codes and masks.</summary>
internal static class FindCustomers
{
    public static Verb Declare()
    {
        var compartment = new Option<string?>("--compartment")
        {
            Description = "A series or one compartment; all that are yours without it.",
        };
        Option<string> file = CustomerFields.File();
        return new Verb(
            "find", "Looks customers up by fields; the log says that you did.",
            "echo '{\"email\":\"ada@example.org\"}' | strongroom customer find --compartment clinic")
        {
            compartment,
            file,
        }.Asks((parsed, errand, cancellation) =>
            RunAsync(errand, parsed.GetValue(compartment), parsed.GetRequiredValue(file), cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string? compartment, string file, CancellationToken cancellation)
    {
        var request = new JsonObject { ["fields"] = await JsonReading.ReadFileAsync(file, cancellation) };
        if (compartment is not null)
        {
            request["compartment"] = compartment;
        }

        errand.ShowList(
            await errand.Api.PostAsync("customers/lookups", request, cancellation),
            ("code", "code"), ("compartment", "compartment"), ("hints", "hints"));
        return ExitCodes.Done;
    }
}
