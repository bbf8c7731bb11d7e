using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Tests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("us-ssn", "My number is <123-45-6789>.")]
    [InlineData("us-ssn", "advertised: <078-05-1120>, <219-09-9999>")]
    [InlineData("us-ssn", "SSN <123456789> on file")]
    [InlineData("us-ssn", "Social Security No.: <123 45 6789>")]
    [InlineData("us-ssn", "written <123.45.6789> there")]
    [InlineData("us-ssn", "her ssn:<123-45-6789>;")]
    [InlineData("us-ssn", "wide <１２３－４５－６７８９> digits")]
    [InlineData("us-ssn", "soft <123\u00AD-45\u200B-6789> hyphen")]
    [InlineData("us-ssn", "dash <123\u201345\u20136789> en")]
    [InlineData("us-ssn", "space <123\u00A045\u00A06789> nbsp")]
    [InlineData("us-ssn", "SSN:\n<123456789>")]
    [InlineData("us-ssn", "<123456789> (SSN)")]
    [InlineData("us-itin", "ITIN <912-70-1234>")]
    [InlineData("us-itin", "advertised <987-65-4320> too")]
    [InlineData("payment-card", "Visa <4111 1111 1111 1111> thanks")]
    [InlineData("payment-card", "pay <4111-1111-1111-1111> now")]
    [InlineData("payment-card", "pay <4111111111111111>, please")]
    [InlineData("payment-card", "amex <378282246310005>")]
    [InlineData("payment-card", "amex <3782 822463 10005>")]
    [InlineData("payment-card", "two <2223003122003222> series")]
    [InlineData("payment-card", "old <4222222222222>")]
    [InlineData("payment-card", "diners <30569309025904>")]
    [InlineData("payment-card", "jcb <3530111333300000>")]
    [InlineData("payment-card", "discover <6011000990139424>")]
    [InlineData("payment-card", "nineteen <6304000000000000000>")]
    [InlineData("payment-card", "mixed <4111\u20131111 1111-1111>")]
    [InlineData("payment-card", "letter by letter <4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1>")]
    [InlineData("payment-card", "broken <4111 1111\n1111 1111> over lines")]
    [InlineData("payment-card", "cardno<4111111111111111>exp")]
    [InlineData("payment-card", "Arabic-Indic <٤١١١١١١١١١١١١١١١>")]
    [InlineData("us-aba-routing", "Routing number: <021000021>")]
    [InlineData("us-aba-routing", "ABA <0210-0002-1>")]
    [InlineData("bank-account", "Account number: <12345678>")]
    [InlineData("bank-account", "Acct. No. <000123456789>")]
    [InlineData("bank-account", "A/C <1234-5678-90>")]
    [InlineData("iban", "IBAN <GB82 WEST 1234 5698 7654 32> please")]
    [InlineData("iban", "iban <gb82west12345698765432>")]
    [InlineData("iban", "pay to <DE89370400440532013000>.")]
    [InlineData("iban", "<NO93 8601 1117 947>")]
    [InlineData("iban", "<MT84 MALT 0110 0001 2345 MTLC AST0 01S>")]
    [InlineData("email", "write to <ada@example.org>.")]
    [InlineData("email", "mailto:<ada.example+tax@mail.example.co.uk>?subject=x")]
    [InlineData("email", "<ADA@EXAMPLE.ORG>, '<o'neil@example.com>'")]
    [InlineData("email", "wide <ada＠example.org> at")]
    [InlineData("phone", "call <(212) 555-0147> today")]
    [InlineData("phone", "call <212-555-0147>")]
    [InlineData("phone", "office <212.555.0147 ext. 12>, later")]
    [InlineData("phone", "<+1 212 555 0147>")]
    [InlineData("phone", "<+44 (0)20 7946 0958> London")]
    [InlineData("phone", "<+44 20 7946 0958>")]
    [InlineData("phone", "<+49 30 901820>")]
    [InlineData("phone", "London <020 7946 0958>")]
    [InlineData("phone", "Paris <01 23 45 67 89>")]
    [InlineData("phone", "Phone: <2125550147>")]
    [InlineData("phone", "Phone: <555-0147>")]
    [InlineData("phone", "<1-800-555-0199> is free")]
    public void A_value_is_found_where_it_stands(string kind, string marked)
    {
        string text = marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);

        IReadOnlyList<Finding> findings = PatternFinder.Find(text);

        Assert.All(findings, finding => Assert.Equal(kind, finding.Kind));
        Assert.Equal(marked, Mark(text, findings));
    }

    [Theory]
    [InlineData("area 000-12-3456, 666-12-3456, 900-12-3456")]
    [InlineData("group 123-00-4567, serial 123-45-0000")]
    [InlineData("nine digits 123456789 alone")]
    [InlineData("part of more: 1234-123-45-6789-12")]
    [InlineData("ZIP 12345-6789")]
    [InlineData("off by one 4111 1111 1111 1112")]
    [InlineData("out of range 9999 9999 9999 9995")]
    [InlineData("a hash 3f4111111111111111ab")]
    [InlineData("a fraction 0.4111111111111111")]
    [InlineData("odd groups 41 11111 1111 11111")]
    [InlineData("routing 021000022")]
    [InlineData("wrong district: routing 990000004")]
    [InlineData("Routing 000000000")]
    [InlineData("The account was opened 2026-05-04, balance $123456.78")]
    [InlineData("account 12345")]
    [InlineData("We close your account. See invoice 12345678")]
    [InlineData("GB82 WEST 1234 5698 7654 33")]
    [InlineData("ZZ82 WEST 1234 5698 7654 32")]
    [InlineData("ada@localhost, @ada, ada@, a @ b.org, ada@example.1")]
    [InlineData("212-155-0147 and 112-555-0147 and 212-911-0147")]
    [InlineData("version 1.2.3.4, date 2026-05-04, 10:30, 192.168.1.10")]
    [InlineData("7Q4M-2KTD-9RWX-JV signed; [ssn] [card] [account] account [account]")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("@")]
    public void A_near_miss_is_not_found(string text) => Assert.Empty(PatternFinder.Find(text));

    [Fact]
    public void A_heading_makes_bare_digits_what_it_says()
    {
        var document = new DocumentText
        {
            Format = PaperFormat.Csv,
            Headings = ["id", "SSN", "accountNumber", "full_name"],
            Segments =
            [
                new TextSegment { Text = "id\tSSN\taccountNumber\tfull_name", Number = 1, CellStarts = [0, 3, 7, 21] },
                new TextSegment { Text = "123456789\t123456789\t12345678\tAda Example", Number = 2, CellStarts = [0, 10, 20, 29] },
                new TextSegment { Text = "1\t\t\t7Q4M-2KTD-9RWX-JV", Number = 3, CellStarts = [0, 2, 3, 4] },
            ],
        };

        IReadOnlyList<Finding> findings = PatternFinder.Find(document);

        Assert.Equal(
            [("us-ssn", 1, 10, 19), ("bank-account", 1, 20, 28), ("person-name", 1, 29, 40)],
            findings.Select(finding => (finding.Kind, finding.Segment, finding.Start, finding.End)));
    }

    internal static string Mark(string text, IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings.Reverse())
        {
            text = text.Insert(finding.End, ">").Insert(finding.Start, "<");
        }

        return text;
    }
}
