using System.CommandLine;

namespace Strongroom.Cli.Customers;

/// <summary>Moves a customer to the trash.</summary>
internal static class TrashCustomer
{
    public static Verb Declare()
    {
        Argument<string> code = CustomerFields.Code();
        return new Verb("trash", "Moves a customer to the trash; nothing is destroyed.",
            "strongroom customer trash 7Q4M-2KTD-9RWX-JV --yes") { code }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(code), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string code, CancellationToken cancellation)
    {
        string path = CustomerFields.Path(code);
        errand.Confirm($"move {code} to the trash?");
        await errand.Api.DeleteAsync(path, cancellation);
        errand.Done(code, $"{code} is in the trash");
        return ExitCodes.Done;
    }
}
