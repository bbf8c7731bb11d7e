using System.Text;

namespace Strongroom.Server.Tests.Whole;

/// <summary>Fifty invented values that stand nowhere else, and the ways by which they come in.</summary>
internal static class Canaries
{
    private static readonly string[] Names =
    [
        "Zebulon Quartzmire", "Philippa Wrenstow", "Thaddeus Oxglove", "Marguerite Isebrand", "Cornelius Fjordby",
        "Henrietta Vossgard", "Lysander Pumpernell", "Wilhelmina Drosk", "Ignatius Bellworthy", "Rosamund Tickelpen",
    ];

    /// <summary>Ten customers with four values each: forty.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object>> Customers { get; } =
        [.. Names.Select(
            (name, i) => (IReadOnlyDictionary<string, object>)new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["full-name"] = name,
            ["email"] = $"canary.{name.Split(' ')[1].ToLowerInvariant()}@example.org",
            ["us-ssn"] = $"900-7{i}-41{i}8",
            ["note"] = $"limps since the fall at Gravelpit Lane {i}17",
        })];

    /// <summary>Two values of kinds with parts.</summary>
    public static IReadOnlyDictionary<string, object> WithParts { get; } = new Dictionary<string, object>(
        StringComparer.Ordinal)
    {
        ["phone"] = "+1 415 555 2671",
        ["payment-card"] = new { number = "4111 1111 1111 1111", expiry = "2039-11" },
        ["postal-address"] =
            new { lines = (string[])["48 Thistledown Crescent"], city = "Nether Wallop", postalCode = "90210-7731", country = "US" },
    };

    public static string LookedUp => "Nobody Of Thatname";

    public static string Corrected => "Zebulon Newquartzmire";

    public static string FileName => "debtors-of-mrs-hallorand.csv";

    public static string Case => "case of Bartholomew Zinck";

    /// <summary>Three rows; the last is broken, so that its values pass through the report of errors.</summary>
    public static byte[] Csv { get; } = Encoding.UTF8.GetBytes(
        """
        Full name,Email,Pet of Aunt Ermintrude
        Evangeline Mossback,evangeline.mossback@example.org,x
        Ferdinand Quillon,not-an-address-of-ferdinand,x

        """);

    public static string LetterName => "complaint-about-dr-vandersnick.txt";

    /// <summary>What a letter says; the copy of it is in the archive, sealed too.</summary>
    public static string Letter =>
        "Dear Zebulon Quartzmire,\n\nyour social security number 900-12-7788 is on file.\nThe office at Mulberrygate\n";

    public static IReadOnlyList<string> All { get; } =
    [
        LetterName, "900-12-7788", "The office at Mulberrygate",
        .. Customers.SelectMany(customer => customer.Values.Cast<string>()),
        "+1 415 555 2671", "4111 1111 1111 1111", "48 Thistledown Crescent", "Nether Wallop", "90210-7731",
        LookedUp, Corrected, FileName, Case, "Pet of Aunt Ermintrude", "Evangeline Mossback",
        "evangeline.mossback@example.org",
        "Ferdinand Quillon", "not-an-address-of-ferdinand",
    ];
}
