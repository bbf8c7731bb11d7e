using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Recipients;

/// <summary>Makes a recipient, who knows customers by codes of its own.</summary>
internal static class CreateRecipient
{
    public static Verb Declare()
    {
        var name = new Argument<string>("NAME") { Description = "The outsider; colleagues read it." };
        var purpose = new Option<string>("--purpose")
        {
            Description = "Why it is told of customers: one of the purposes.",
            Required = true,
        };
        var until = new Option<DateOnly?>("--until")
        {
            Description = "The day on which its codes end; no end without it.",
        };
        return new Verb(
            "create", "Makes a recipient: somebody outside who knows customers by codes of its own.",
            "strongroom recipient create \"Example Laboratory\" --purpose support --until 2027-06-30")
        {
            name,
            purpose,
            until,
        }.Asks((parsed, errand, cancellation) => RunAsync(
            errand, parsed.GetRequiredValue(name), parsed.GetRequiredValue(purpose), parsed.GetValue(until),
            cancellation));
    }

    public static async Task<int> RunAsync(
        Errand errand, string name, string purpose, DateOnly? until, CancellationToken cancellation)
    {
        var request = new JsonObject { ["name"] = name, ["purpose"] = purpose };
        if (until is { } day)
        {
            request["expiresAt"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        }

        RecipientLines.Show(errand, await errand.Api.PostAsync("recipients", request, cancellation));
        return ExitCodes.Done;
    }
}
