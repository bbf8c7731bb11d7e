namespace Strongroom.Rules;

public sealed class FileLengthTests(ITestOutputHelper output)
{
    [Fact]
    public void A_file_holds_one_idea_of_at_most_300_lines_and_tests_500()
    {
        SourceFile[] files = [.. Checkout.Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];
        int[] lengths = [.. files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).Select(
            file => file.Lines.Count).Order()];
        output.WriteLine(
            $"{lengths.Length} files in src, median {lengths[lengths.Length / 2]} lines, longest {lengths[^1]}");

        Rule.Holds(files.SelectMany(file => Violations(file)));
    }

    [Theory]
    [InlineData("src/A.cs", 300, 0)]
    [InlineData("src/A.cs", 301, 1)]
    [InlineData("tests/A.cs", 500, 0)]
    [InlineData("tests/A.cs", 501, 1)]
    public void The_limit_is_exact(string path, int lines, int violations) =>
        Assert.Equal(
            violations, Violations(new SourceFile(path, string.Concat(Enumerable.Repeat("x\n", lines)))).Count());

    private static IEnumerable<string> Violations(SourceFile file)
    {
        int limit = file.Path.StartsWith("src/", StringComparison.Ordinal) ? 300 : 500;
        return file.Lines.Count > limit ? [$"{file.Path} has {file.Lines.Count} lines, more than {limit}"] : [];
    }
}
