using System.CommandLine;

namespace Strongroom.Cli.Customers;

/// <summary>Shows a customer with every field masked.</summary>
internal static class ShowCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        return new Verb(
            "show", "Shows a customer with every field masked.", "strongroom customer show 7Q4M-2KTD-9RWX-JV") { code }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(code), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string code, CancellationToken cancellation)
    {
        CustomerFields.Show(errand, await errand.Api.GetAsync(CustomerFields.Path(code), cancellation));
        return ExitCodes.Done;
    }
}
