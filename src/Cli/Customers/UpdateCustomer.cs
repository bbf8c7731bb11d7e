using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Corrects fields; the old values stay sealed as history.</summary>
internal static class UpdateCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        Option<string> file = CustomerFields.File();
        return new Verb(
            "update", "Corrects fields of a customer; the fields not named stay.",
            "strongroom customer update 7Q4M-2KTD-9RWX-JV --from-file correction.json")
        {
            code,
            file,
        }.Asks((parsed, errand, cancellation) =>
            RunAsync(errand, parsed.GetRequiredValue(code), parsed.GetRequiredValue(file), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string code, string file, CancellationToken cancellation)
    {
        var request = new JsonObject { ["fields"] = await JsonReading.ReadFileAsync(file, cancellation) };
        CustomerFields.Show(errand, await errand.Api.PatchAsync(CustomerFields.Path(code), request, cancellation));
        return ExitCodes.Done;
    }
}
