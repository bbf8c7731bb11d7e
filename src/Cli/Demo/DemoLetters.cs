namespace Strongroom.Cli.Demo;

/// <summary>A few invented letters that name registered customers; the numbers in them are ones that were printed on
/// samples.</summary>
internal static class DemoLetters
{
    public static async Task WriteAsync(
        string folder, IReadOnlyList<DemoCustomer> customers, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach ((int number, DemoCustomer customer) in customers.Take(3).Index())
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"letter-{number + 1}.txt"), Text(number, customer), cancellation);
        }
    }

    private static string Text(int number, DemoCustomer customer)
    {
        // The number of a wallet's sample card of 1938, and one of an advertisement: both are void.
        string sample = number % 2 == 0 ? "078-05-1120" : "219-09-9999";
        return $"""
            Example Clinic and Shop
            12 Imaginary Street, Nowhere

            Dear {customer.Name},

            thank you for your visit. We have written your social security number {sample} into the form,
            and the report goes to {customer.Email}. If anything is wrong, call us; we will call you
            back at {customer.Phone}.

            {customer.Name} asked for a copy by post. Nothing else is open.

            Yours sincerely
            Hanna Sample

            """;
    }
}
