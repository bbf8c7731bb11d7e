using System.Globalization;
using Strongroom.Vocabulary;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>A customer who does not exist, with what a letter to them holds.</summary>
internal sealed record InventedCustomer(CustomerCode Code, string Given, string Family, int Number)
{
    private static readonly string[] GivenNames =
        ["Ada", "Grace", "Zoë", "Jean-Luc", "Mary Ann", "Oluwaseun", "Li", "Søren", "Wilhelmina", "Amélie"];

    private static readonly string[] FamilyNames =
    [
        "Example", "Sample-Jones", "O'Placeholder", "van der Muster", "Müllermuster", "Ficción", "Testworth", "Inventsen",
        "Mockridge", "Imaginarios-Whittlesham",
    ];

    /// <summary>Fifty, the same in every run but for their codes.</summary>
    public static IReadOnlyList<InventedCustomer> Fifty { get; } = [.. Enumerable.Range(0, 50).Select(i =>
        new InventedCustomer(CustomerCode.New(), GivenNames[i % 10], FamilyNames[((i / 10) + i) % 10], i))];

    public string Name => Given + " " + Family;

    /// <summary>Of the 900 series, which is no social security number: it is known because it is registered.</summary>
    public string Ssn => string.Create(CultureInfo.InvariantCulture, $"{900 + Number}-{11 + Number}-{4321 + (Number * 37)}");

    public string Phone => string.Create(CultureInfo.InvariantCulture, $"(212) 555-01{Number:D2}");

    public string Account => string.Create(CultureInfo.InvariantCulture, $"{30_145_000 + (Number * 1717)}");

    public string LocalPart => string.Concat((Given[..1] + Family).Where(char.IsAsciiLetter)).ToLowerInvariant();

    public string Email => LocalPart + "@post.test";

    /// <summary>In fours.</summary>
    public string Card
    {
        get
        {
            string body = "411111" + (Number * 7919).ToString("D9", CultureInfo.InvariantCulture);
            int sum = body.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(part => part > 9 ? part - 9 : part);
            string card = body + (char)('0' + ((10 - (sum % 10)) % 10));
            return string.Join(' ', card.Chunk(4).Select(group => new string(group)));
        }
    }

    /// <summary>The fields as they are registered.</summary>
    public IEnumerable<(string Kind, string Value)> Fields =>
    [
        ("full-name", Name), ("us-ssn", Ssn), ("phone", Phone), ("bank-account", Account), ("email", Email),
        ("payment-card", Card),
    ];

    /// <summary>What a copy must not hold: the fields, and the name's parts that are no common words.</summary>
    public IEnumerable<string> Values =>
        [.. Fields.Select(one => one.Value), LocalPart, Family, .. Family.Split(' ', '-'), .. Given.Split(' ', '-')];
}
