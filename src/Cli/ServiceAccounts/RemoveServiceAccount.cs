using System.CommandLine;

namespace Strongroom.Cli.ServiceAccounts;

/// <summary>Removes a service account; its key is refused from the next request on.</summary>
internal static class RemoveServiceAccount
{
    public static Verb Declare()
    {
        var id = new Argument<string>("ID") { Description = "The account's id, as the list has it." };
        return new Verb("remove", "Removes a service account.",
            "strongroom service-account remove service-account-0198… --yes") { id }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(id), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, CancellationToken cancellation)
    {
        errand.Confirm("remove this service account? What uses its key stops working");
        await errand.Api.DeleteAsync("service-accounts/" + Uri.EscapeDataString(id), cancellation);
        errand.Done(id, "removed");
        return ExitCodes.Done;
    }
}
