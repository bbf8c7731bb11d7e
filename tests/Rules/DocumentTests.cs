using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Strongroom.Rules;

/// <summary>Documents say what is there: tests, vectors, pages and links that they name exist.</summary>
public sealed partial class DocumentTests
{
    private static readonly SourceFile[] Pages =
        [.. Checkout.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Every_page_of_a_format_names_its_vectors_or_says_that_it_has_none() =>
        Rule.Holds(Pages.Where(page => FormatPath().IsMatch(page.Path)).SelectMany(page => Vectors(page)));

    [Fact]
    public void Decisions_are_numbered_without_gaps_and_have_their_four_parts() =>
        Rule.Holds(Decisions([.. Pages.Where(page => DecisionPath().IsMatch(page.Path))]));

    [Fact]
    public void Every_link_inside_the_checkout_leads_somewhere() =>
        Rule.Holds(Pages.SelectMany(page => DeadLinks(page)));

    [Fact]
    public void Every_test_that_the_threat_model_names_exists() => Rule.Holds(
        MissingTests(Pages.Single(page => page.Path == "docs/threat-model.md").Text, TestNames()));

    [Fact]
    public void Every_promise_of_the_threat_model_names_its_test_or_says_with_what_it_comes() => Rule.Holds(
        Unshown(Pages.Single(page => page.Path == "docs/threat-model.md").Text));

    [Fact]
    public void Each_fault_is_seen()
    {
        Assert.Single(Vectors(new SourceFile("docs/formats/a.md", "# A\n")));
        Assert.Single(Vectors(new SourceFile("docs/formats/a.md", "Vectors: `tests/vectors/absent.json`\n")));
        Assert.Empty(Vectors(new SourceFile("docs/formats/a.md", "# A\n\n## Vectors\n\n00ff\n")));
        Assert.Empty(Vectors(new SourceFile("docs/formats/a.md", "Vectors: none, because it is a table.\n")));
        Assert.Equal(
            2, Decisions([new SourceFile("docs/decisions/0002-b.md", "## Context\n## Decision\n## Price\n")]).Count());
        Assert.Single(DeadLinks(new SourceFile("docs/a.md", "[x](absent.md)")));
        Assert.Equal(["no test is shown for: 2"], Unshown(
            "| # | promise | shown by |\n|---|---|---|\n| 1 | a | `ATests.Yes` |\n| 2 | b | |\n\n| 3 | c | |\n"));
        Assert.Equal(["no test is called ATests.No"],
            MissingTests("`ATests.Yes_it_does` and `ATests.No`", new HashSet<string> { "ATests.Yes_it_does" }));
    }

    private static IEnumerable<string> Vectors(SourceFile page)
    {
        if (page.Text.Contains("\n## Vectors\n", StringComparison.Ordinal))
        {
            return []; // they stand in the page itself
        }

        Match line = VectorsLine().Match(page.Text);
        if (!line.Success)
        {
            return [$"{page.Path} does not say \"Vectors: …\""];
        }

        string[] files = [.. Quoted().Matches(line.Value).Select(match => match.Groups[1].Value)];
        bool saysNone = line.Value.StartsWith("Vectors: none", StringComparison.Ordinal);
        return files.Length == 0 && !saysNone
            ? [$"{page.Path} names no vectors file and does not say none"]
            : files.Where(file => !Checkout.Has(file)).Select(file => $"{page.Path}: {file} is not there");
    }

    private static IEnumerable<string> Decisions(IReadOnlyList<SourceFile> pages)
    {
        string[] parts = ["## Context", "## Decision", "## Price", "## How we would leave"];
        foreach ((int index, SourceFile page) in pages.OrderBy(page => page.Path, StringComparer.Ordinal).Index())
        {
            if (DecisionPath().Match(page.Path).Groups[1].Value != $"{index + 1:D4}")
            {
                yield return $"{page.Path}: number {index + 1:D4} was expected";
            }

            foreach (string part in parts.Where(part => !page.Text.Contains(part, StringComparison.Ordinal)))
            {
                yield return $"{page.Path}: the part \"{part}\" is missing";
            }
        }
    }

    private static IEnumerable<string> DeadLinks(SourceFile page) =>
        from match in Link().Matches(page.Text)
        let target = match.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
        where !Checkout.Has(Path.Combine(Path.GetDirectoryName(page.Path)!, target))
        select $"{page.Path}: the link to {target} leads nowhere";

    private static IEnumerable<string> MissingTests(string text, IReadOnlySet<string> tests) =>
        TestReference().Matches(text).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => !tests.Contains(name)).Select(name => $"no test is called {name}");

    /// <summary>
    /// Rows of the tables whose last column is "shown by", without a test, "comes with" or a dash in it.
    /// </summary>
    private static IEnumerable<string> Unshown(string text) =>
        from table in text.Split("\n\n")
        where table.Contains("| shown by |", StringComparison.Ordinal)
        from row in table.Trim().Split('\n').Skip(2)
        let cells = row.Trim('|', ' ').Split('|')
        let shown = cells.Length < 3 ? string.Empty : cells[^1].Trim()
        where shown != "–" && !shown.Contains("comes with", StringComparison.Ordinal) && !TestReference().IsMatch(shown)
        select $"no test is shown for: {cells[0].Trim()}";

    private static HashSet<string> TestNames() => [.. Checkout.Files
        .Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal) && file.Path.EndsWith(
            ".cs", StringComparison.Ordinal))
        .SelectMany(
            file => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(
            one => one.Name.ToString() is "Fact" or "Theory"))
        .Select(method => $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.Text}.{method.Identifier.Text}")];

    [GeneratedRegex(@"\bVectors?: [^\n]*")]
    private static partial Regex VectorsLine();

    [GeneratedRegex("^docs/formats/[a-z0-9-]+[.]md$")]
    private static partial Regex FormatPath();

    [GeneratedRegex("`(tests/vectors/[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^docs/decisions/(\d{4})-[a-z0-9-]+\.md$")]
    private static partial Regex DecisionPath();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w+Tests?\.\w+)`")]
    private static partial Regex TestReference();
}
