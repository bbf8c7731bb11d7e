using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Registers a customer; the fields come from a file or standard input, never as arguments.</summary>
internal static class CreateCustomer
{
    public static Verb Declare()
    {
        var compartment = new Option<string>("--compartment")
        {
            Description = "The series of compartments.",
            Required = true,
        };
        Option<string> file = CustomerFields.File();
        return new Verb("create", "Registers a customer and prints the code.",
            "strongroom customer create --compartment clinic --from-file ada.json")
        {
            compartment,
            file,
        }.Asks((parsed, errand, cancellation) =>
            RunAsync(errand, parsed.GetRequiredValue(compartment), parsed.GetRequiredValue(file), cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string compartment, string file, CancellationToken cancellation)
    {
        var request = new JsonObject
        {
            ["compartment"] = compartment,
            ["fields"] = await JsonReading.ReadFileAsync(file, cancellation),
        };
        JsonObject created = await errand.Api.PostAsync("customers", request, cancellation);
        errand.Show(created, "code", ("code", created.Text("code")), ("compartment", created.Text("compartment")));
        return ExitCodes.Done;
    }
}
