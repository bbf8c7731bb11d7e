using System.Text.RegularExpressions;

namespace Strongroom.Rules;

/// <summary>What no file of the checkout holds.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Work_left_over_names_its_issue() => Rule.Holds(Checkout.Files.SelectMany(file => LeftOver(file)));

    [Fact]
    public void No_path_of_one_machine() => Rule.Holds(Checkout.Files.SelectMany(file => MachinePaths(file)));

    [Fact]
    public void Only_the_build_server_looks_beside_the_checkout() => Rule.Holds(
        Checkout.Files.Where(file => file.Path != ".ci/run").SelectMany(file => Beside(file)));

    [Fact]
    public void Everything_that_looks_personal_was_approved_as_invented() => Approved.Match(
        Checkout.Files.Where(file => !file.Path.Contains("/Approved/", StringComparison.Ordinal)).SelectMany(
            file => Personal(file.Text))
            .Distinct().Order(StringComparer.Ordinal),
        "looks-personal.approved.txt");

    [Fact]
    public void Each_of_these_is_seen()
    {
        // Put together here, so that this file does not break its own rules.
        string work = "TO" + "DO";
        Assert.Single(LeftOver(new SourceFile("a.cs", $"// {work} later")));
        Assert.Empty(LeftOver(new SourceFile("a.cs", $"// {work} #12 later")));
        Assert.Single(MachinePaths(new SourceFile("a.md", "see /ho" + "me/ada/notes")));
        Assert.Empty(MachinePaths(new SourceFile("a.md", "see https://example.org/ho" + "me/ada")));
        Assert.Single(Beside(new SourceFile("a.sh", "cat ../sha" + "red/x")));
        Assert.Equal(["ada@lovelace" + ".org"], Personal("mail ada@lovelace" + ".org, ada@example.org, ada@shop.test"));
        Assert.Equal(["card 4539" + "578763621486"], Personal("card 4539 5787" + " 6362 1486"));
        Assert.Empty(Personal("card 4111 1111 1111 1112 and 1234567890123456"));
    }

    private static IEnumerable<string> LeftOver(SourceFile file) =>
        Lines(file, line =>
            LeftOverWord().IsMatch(line) && !IssueNumber().IsMatch(line), "leaves work over without an issue number");

    private static IEnumerable<string> MachinePaths(SourceFile file) =>
        Lines(file, line => MachinePath().IsMatch(line), "names a path of one machine");

    private static IEnumerable<string> Beside(SourceFile file) =>
        Lines(file, line => BesidePath().IsMatch(line), "looks beside the checkout");

    private static IEnumerable<string> Lines(SourceFile file, Func<string, bool> isBad, string fault) =>
        file.Lines.Index().Where(line => isBad(line.Item)).Select(line => $"{file.Path}:{line.Index + 1} {fault}");

    /// <summary>Mail addresses outside the reserved domains, and card numbers that would pass at a till.</summary>
    private static IEnumerable<string> Personal(string text) =>
        Address().Matches(text).Select(match => match.Value).Where(address => !ReservedDomain().IsMatch(address))
            .Concat(CardLike().Matches(text).Select(match => NoDigit().Replace(match.Value, string.Empty)).Where(
                IsLuhn).Select(digits => $"card {digits}"));

    private static bool IsLuhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K])\b")]
    private static partial Regex LeftOverWord();

    [GeneratedRegex(@"#\d+")]
    private static partial Regex IssueNumber();

    [GeneratedRegex(@"(?<![\w.:/-])/(home|root|work|Users)/\w|\b[A-Z]:\\Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\.\./shared\b")]
    private static partial Regex BesidePath();

    [GeneratedRegex(@"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b")]
    private static partial Regex Address();

    [GeneratedRegex(@"@(.*\.)?(example\.(org|com|net)|example|test|invalid|localhost)$", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedDomain();

    [GeneratedRegex(@"(?<![\dA-Fa-f.-])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}(?![\dA-Fa-f.-])")]
    private static partial Regex CardLike();

    [GeneratedRegex(@"\D")]
    private static partial Regex NoDigit();
}
