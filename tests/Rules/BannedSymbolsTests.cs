using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Strongroom.Rules;

public sealed class BannedSymbolsTests
{
    // What this program was built against: the framework, ASP.NET Core and every package of every product project.
    private static readonly CSharpCompilation Everything = CSharpCompilation.Create("bans", references:
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)));

    public static TheoryData<string> BanLists => [.. Checkout.Files
        .Where(file => file.Path.StartsWith("build/BannedSymbols", StringComparison.Ordinal)).Select(
            file => file.Path)];

    [Theory]
    [MemberData(nameof(BanLists))]
    public void Every_banned_line_names_something_and_says_what_to_do_instead(string path) =>
        Rule.Holds(Checkout.Files.Single(file => file.Path == path).Lines.Where(line => line.Length > 0).SelectMany(
            Violations)
            .Select(violation => $"{path}: {violation}"));

    [Theory]
    [InlineData("P:System.DateTime.Nowe; take TimeProvider")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int16); pass TimeProvider")]
    [InlineData("N:System.Net.Htttp; no network")]
    [InlineData("T:System.Random")]
    public void A_line_with_a_slip_is_seen(string line) => Assert.Single(Violations(line));

    private static IEnumerable<string> Violations(string line)
    {
        string[] parts = line.Split(';', 2);
        if (parts.Length < 2 || parts[1].Trim().Length == 0)
        {
            yield return $"{line} does not say what to do instead";
        }

        // The analyzer passes over such a line in silence.
        if (DocumentationCommentId.GetSymbolsForDeclarationId(parts[0].Trim(), Everything).IsEmpty)
        {
            yield return $"{parts[0]} resolves to nothing";
        }
    }
}
