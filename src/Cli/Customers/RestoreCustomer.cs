using System.CommandLine;

namespace Strongroom.Cli.Customers;

/// <summary>Takes a customer out of the trash.</summary>
internal static class RestoreCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        return new Verb(
            "restore", "Takes a customer out of the trash.", "strongroom customer restore 7Q4M-2KTD-9RWX-JV") { code }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(code), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string code, CancellationToken cancellation)
    {
        await errand.Api.PostAsync(CustomerFields.Path(code) + "/restorations", null, cancellation);
        errand.Done(code, $"{code} is back");
        return ExitCodes.Done;
    }
}
