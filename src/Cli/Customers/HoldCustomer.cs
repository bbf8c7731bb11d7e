using System.CommandLine;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Customers;

/// <summary>Places a hold on a customer, or lifts it.</summary>
internal static class HoldCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        var matter = new Option<string?>("--case") { Description = "The number of the case that it is for." };
        var lift = new Option<bool>("--lift") { Description = "Lifts the hold instead." };
        return new Verb("hold", "Forbids erasing a customer, for a case; --lift allows it again.",
            "strongroom customer hold 7Q4M-2KTD-9RWX-JV --case 2026-118") { code, matter, lift }
            .Asks((parsed, errand, cancellation) => parsed.GetValue(lift)
                ? LiftAsync(errand, parsed.GetRequiredValue(code), cancellation)
                : PlaceAsync(errand, parsed.GetRequiredValue(code), parsed.GetValue(matter), cancellation));
    }

    private static async Task<int> PlaceAsync(
        Errand errand, string code, string? matter, CancellationToken cancellation)
    {
        await errand.Api.PostAsync(
            CustomerFields.Path(code) + "/holds", new JsonObject { ["case"] = matter ?? string.Empty }, cancellation);
        errand.Done(code, $"{code} is on hold");
        return ExitCodes.Done;
    }

    private static async Task<int> LiftAsync(Errand errand, string code, CancellationToken cancellation)
    {
        await errand.Api.DeleteAsync(CustomerFields.Path(code) + "/holds", cancellation);
        errand.Done(code, $"the hold on {code} is lifted");
        return ExitCodes.Done;
    }
}
