using System.Globalization;
using System.Text.Json.Nodes;

namespace Strongroom.Cli.Demo;

/// <summary>A plainly invented customer: names of no one, 555 numbers, social security numbers that are never
/// issued.</summary>
/// <param name="Number">From 0; every number is another person.</param>
/// <param name="Series">The series of compartments.</param>
internal sealed record DemoCustomer(int Number, string Series)
{
    private const int Families = 10;

    private static readonly string[] Given =
    [
        "Ada", "Grace", "Alan", "Edith", "Barbara", "Claude", "Dorothy", "Edgar", "Frances", "George",
        "Hedy", "Ivan", "Joan", "Katherine", "Linus", "Mary", "Niklaus", "Olga", "Peter", "Radia",
    ];

    private static readonly string[] Family =
    [
        "Example", "Sample", "Specimen", "Placeholder", "Testcase", "Fictional", "Invented", "Madeup", "Imaginary",
        "Nobody",
    ];

    public string Name => $"{Given[Number / Families]} {Family[Number % Families]}";

    public string Email => string.Create(CultureInfo.InvariantCulture,
        $"{Given[Number / Families]}.{Family[Number % Families]}@example.org").ToUpperInvariant()
        .ToLower(CultureInfo.InvariantCulture);

    /// <summary>555-0100 to 555-0199 are kept for fiction.</summary>
    public string Phone =>
        string.Create(CultureInfo.InvariantCulture, $"({(Number < 100 ? 202 : 303)}) 555-01{Number % 100:D2}");

    /// <summary>Numbers from 900 on are not issued to anybody, and their middle part keeps clear of taxpayer
    /// numbers.</summary>
    public string SocialSecurity =>
        string.Create(CultureInfo.InvariantCulture, $"900-{10 + (Number % 40)}-{1000 + Number}");

    public string DateOfBirth =>
        new DateOnly(1940, 1, 1).AddDays(Number * 97).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public JsonObject Fields() => new()
    {
        ["full-name"] = Name,
        ["email"] = Email,
        ["phone"] = Phone,
        ["date-of-birth"] = DateOfBirth,
        ["us-ssn"] = SocialSecurity,
    };

    /// <summary>Two hundred people in three series.</summary>
    public static IReadOnlyList<DemoCustomer> All() =>
    [
        .. Enumerable.Range(0, Given.Length * Families).Select(number => new DemoCustomer(number, number switch
        {
            < 100 => "clinic",
            < 160 => "accounts",
            _ => "shop",
        })),
    ];

    /// <summary>The file of one series, as a business would bring it from its old system.</summary>
    public static string Csv(IEnumerable<DemoCustomer> customers) => string.Concat(
        customers.Select(c => $"{c.Name},{c.Email},{c.Phone},{c.DateOfBirth},{c.SocialSecurity}\n")
            .Prepend("full-name,email,phone,date-of-birth,us-ssn\n"));
}
