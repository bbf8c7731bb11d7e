using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>Prints fields in the clear; the log has the entry before they leave the server.</summary>
internal static class RevealFields
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        var fields = new Option<string[]>("--reveal")
        {
            Description = "A field kind such as email; may be repeated.",
            Required = true,
            HelpName = "FIELD",
        };
        var purpose = new Option<string?>("--purpose") { Description = "Why, from the list of purposes." };
        var matter = new Option<string?>("--case") { Description = "The case's number." };
        return new Verb(
            "reveal", "Prints fields in the clear, for a purpose; the log and the customer can see that you did.",
            "strongroom customer reveal 7Q4M-2KTD-9RWX-JV --reveal email --purpose support")
        {
            code,
            fields,
            purpose,
            matter,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(code),
            Request(parsed.GetRequiredValue(fields), parsed.GetValue(purpose), parsed.GetValue(matter)), cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string code, JsonObject request, CancellationToken cancellation)
    {
        JsonObject revealed = await errand.Api.PostAsync(CustomerFields.Path(code) + "/reveals", request, cancellation);
        IEnumerable<(string, string)> values =
            ((JsonObject)revealed["values"]!).Select(value => (value.Key, JsonReading.Text(value.Value)));
        errand.Show(revealed, "entry", [.. values, ("log entry", revealed.Text("entry"))]);
        return ExitCodes.Done;
    }

    private static JsonObject Request(string[] fields, string? purpose, string? matter)
    {
        var request = new JsonObject { ["fields"] = JsonReading.Array(fields) };
        if (purpose is not null)
        {
            request["purpose"] = purpose;
        }

        if (matter is not null)
        {
            request["case"] = matter;
        }

        return request;
    }
}
