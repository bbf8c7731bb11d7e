namespace Strongroom.Rules;

/// <summary>Where secrets and personal text come out of their types is a list that a person approves.</summary>
public sealed class RevealCallersTests
{
    [Fact]
    public void Reveal_is_called_only_where_it_was_approved() => Approved.Match(
        Checkout.ProductAssemblies.SelectMany(Callers).Order(StringComparer.Ordinal), "reveal-callers.approved.txt");

    [Fact]
    public void A_caller_is_seen_also_inside_a_lambda() => Assert.Equal(
        ["Strongroom.Rules.RevealCallersTests.SampleCaller reveals PersonalText"], Callers(
            typeof(RevealCallersTests).Assembly.Location)
            .Where(line => line.Contains(nameof(SampleCaller), StringComparison.Ordinal)));

    private static Func<Vocabulary.PersonalText, int> SampleCaller() => text => text.Reveal().Length;

    private static IEnumerable<string> Callers(string assemblyPath) =>
        CompiledCode.Uses(assemblyPath)
            .Where(use => use.ToMember == "Reveal" && ConfidentialTypes.Names.Contains(use.To) && use.From != use.To)
            .Select(use => $"{use.From}.{use.FromMember} reveals {use.To.Split('.')[^1]}")
            .Distinct();
}
