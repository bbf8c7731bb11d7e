using System.Security.Cryptography;
using Strongroom.Recognition.Customers;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Tests;

public sealed class CustomerMatcherTests
{
    private static readonly CustomerCode Code = CustomerCode.Parse("7Q4M-2KTD-9RWX-JV");

    [Theory]
    [InlineData("Ada Example", "Dear <Ada Example>,")]
    [InlineData("Ada Example", "Dear <ADA EXAMPLE>,")]
    [InlineData("Ada Example", "dear <ada example>,")]
    [InlineData("Ada Example", "<Example, Ada> was here")]
    [InlineData("Example, Ada", "<Ada Example> was here")]
    [InlineData("Ada Example", "<A. Example> and <Example, A>.")]
    [InlineData("Ada Maria Example", "<Ada Example>, <Ada M. Example>, <A. M. Example>, <A.M. Example>, <Example Ada Maria>")]
    [InlineData("Ada Example", "<Ada Example>'s letter, <Ada Example>\u2019s too")]
    [InlineData("Ada Example", "broken <Ada\r\nExample> line")]
    [InlineData("Ada Example", "broken <Ada Exam-\nple> word")]
    [InlineData("Ada Example", "soft <Ada Exam\u00ADple> hyphen, <Ada\u00A0Example>")]
    [InlineData("Ada Example-Jones", "<Ada Example Jones>, <Ada Example-Jones>, <Ada Example\u2010Jones>, <Ada Jones>")]
    [InlineData("Ada Example Jones", "<Ada Example-Jones>")]
    [InlineData("José Muñoz", "<Jose Munoz>, <JOSÉ MUÑOZ>, <Jose\u0301 Mun\u0303oz>")]
    [InlineData("Jose Munoz", "<José Muñoz>")]
    [InlineData("Jürgen Müller", "<Juergen Mueller>, <Jurgen Muller>")]
    [InlineData("Juergen Mueller", "<Jürgen Müller>")]
    [InlineData("Seán O'Brien", "<Sean O\u2019Brien>, <Sean OBrien>, <Sean O Brien>")]
    [InlineData("Jan van der Berg", "<Jan van der Berg>, <J. van der Berg>, <van der Berg, Jan>, <Jan Vanderberg>")]
    [InlineData("Dr. Ada Example Jr.", "Prof. <Ada Example>")]
    [InlineData("Ada Example", "see Mrs. <Example> and Dr <Example>")]
    [InlineData("Ada Example", "<Ada Example> came. <Ada> left; then <Example> too, for example.")]
    [InlineData("Ada Example", "the file <AdaExample>.pdf")]
    [InlineData("Ada Example", "\uFF33ee <\uFF21\uFF44\uFF41 Example>")]
    [InlineData("Zoë Łukasz", "<Zoe Lukasz>")]
    public async Task A_name_is_found_in_its_variants(string name, string marked)
    {
        (string text, IReadOnlyList<Finding> findings) = await FindAsync("full-name", name, marked);

        Assert.Equal(marked, PatternTests.Mark(text, findings));
        Assert.All(findings, finding =>
            Assert.Equal((FindingKinds.Customer, Code.ToString()), (finding.Kind, finding.Label)));
    }

    [Theory]
    [InlineData("<ada.example@example.net>")]
    [InlineData("<aexample@example.net>")]
    [InlineData("<ada_example71@example.net>")]
    [InlineData("<example.ada@example.net>")]
    [InlineData("<AdaE@example.net>")]
    public async Task A_name_in_an_address_takes_the_whole_address(string marked)
    {
        (string text, IReadOnlyList<Finding> findings) = await FindAsync("full-name", "Ada Example", marked);

        Assert.Equal(marked, PatternTests.Mark(text, findings));
        Assert.All(findings, finding =>
            Assert.Equal((FindingKinds.Email, Code.ToString()), (finding.Kind, finding.Label)));
    }

    [Theory]
    [InlineData("Ada Example", "Canada examples; an example; Mrs. Exampleton; Ada went; Example")]
    [InlineData("Al Ice", "alice went")]
    [InlineData("Al Will", "a will of steel")]
    [InlineData("Card Name", "[card] [name] 7Q4M-2KTD-9RWX-JV")]
    [InlineData("Ada Example", "Ada. Once upon a time Example")]
    public async Task Ordinary_words_are_no_customer(string name, string text)
    {
        (_, IReadOnlyList<Finding> findings) = await FindAsync("full-name", name, text);

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("us-ssn", "us-ssn", "123-45-6789", "number <123456789>, <123 45 6789>, <123-45-6789>")]
    [InlineData("payment-card", "payment-card", "4111111111111111", "<4111-1111-1111-1111>")]
    [InlineData("bank-account", "bank-account", "0012345678", "<12345678> or <0012345678> or <1234-5678>")]
    [InlineData("phone", "phone", "+1 212 555 0147", "<212 5550147>, <(212) 555-0147>, <2125550147>, <+12125550147>")]
    [InlineData("phone", "phone", "020 7946 0958", "<+44 20 7946 0958>, <02079460958>")]
    [InlineData("phone", "phone", "+44 (0)20 7946 0958", "<020-79460958>, <0044 20 79460958>")]
    [InlineData("email", "email", "Ada@Example.org", "<ada@example.org>, <ADA@EXAMPLE.ORG>")]
    [InlineData("postal-address", "street-address", "12 Example Street\nSpringfield", "at <12 EXAMPLE STREET> in Springfield")]
    public async Task An_identifier_is_found_in_its_variants(string fieldKind, string kind, string value, string marked)
    {
        (string text, IReadOnlyList<Finding> findings) = await FindAsync(fieldKind, value, marked);

        Assert.Equal(marked, PatternTests.Mark(text, findings));
        Assert.All(findings, finding => Assert.Equal((kind, Code.ToString()), (finding.Kind, finding.Label)));
    }

    [Fact]
    public async Task A_name_over_two_cells_is_found()
    {
        var document = new DocumentText
        {
            Format = PaperFormat.Csv,
            Segments = [new TextSegment { Text = "1\tExample\tAda", Number = 1, CellStarts = [0, 2, 10] }],
        };

        IReadOnlyList<Finding> findings = await FindAsync("full-name", "Ada Example", document);

        Assert.Equal([(2, 13)], findings.Select(finding => (finding.Start, finding.End)));
    }

    [Fact]
    public async Task Two_customers_of_one_name_share_no_code()
    {
        using var register = new CustomerRegister(RandomNumberGenerator.GetBytes(16));
        register.Add(CustomerId.New(), "full-name", "Ada Example");
        register.Add(CustomerId.New(), "full-name", "Ada Example");
        var matcher = new CustomerMatcher(
            register, (_, _, _, _) => ValueTask.FromResult<CustomerCode?>(CustomerCode.New()));

        IReadOnlyList<Finding> findings =
            await matcher.MatchAsync(DocumentText.Plain("Ada Example"), [], TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(findings).Label);
    }

    [Fact]
    public async Task A_candidate_that_is_not_confirmed_or_was_removed_is_no_finding()
    {
        using var register = new CustomerRegister(RandomNumberGenerator.GetBytes(16));
        var removed = CustomerId.New();
        register.Add(removed, "full-name", "Ada Example");
        register.Add(CustomerId.New(), "full-name", "Grace Example");
        register.Remove(removed);
        var matcher = new CustomerMatcher(register, (candidate, _, _, _) =>
            ValueTask.FromResult(candidate == removed ? Code : null));

        IReadOnlyList<Finding> findings = await matcher.MatchAsync(
            DocumentText.Plain("Ada Example, Grace Example"), [], TestContext.Current.CancellationToken);

        Assert.Empty(findings);
    }

    private static async Task<(string Text, IReadOnlyList<Finding> Findings)> FindAsync(
        string fieldKind, string value, string marked)
    {
        string text = marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        return (text, await FindAsync(fieldKind, value, DocumentText.Plain(text)));
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(string fieldKind, string value, DocumentText document)
    {
        using var register = new CustomerRegister(RandomNumberGenerator.GetBytes(16));
        register.Add(CustomerId.New(), fieldKind, value);
        var matcher = new CustomerMatcher(register, (_, kind, found, _) =>
            ValueTask.FromResult(CustomerVariants.Agrees(kind, value, found) ? Code : null));
        return await matcher.MatchAsync(document, PatternFinder.Find(document), TestContext.Current.CancellationToken);
    }
}
