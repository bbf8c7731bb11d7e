namespace Strongroom.Rules;

public sealed class SliceTests
{
    private const string Server = "Strongroom.Server.";

    [Fact]
    public void Slices_use_each_other_only_along_the_table_of_arrows()
    {
        IReadOnlyList<Use> uses = CompiledCode.Uses(Checkout.Assembly("Server"));

        Rule.Holds(Violations(Drawn(uses, Server), SliceArrows.Arrows));
    }

    [Fact]
    public void The_table_holds_no_cycle() => Rule.Holds(Backwards(SliceArrows.Order, SliceArrows.Arrows));

    [Fact]
    public void An_arrow_that_is_not_in_the_table_is_seen_also_from_a_lambda_and_an_async_method()
    {
        IReadOnlyList<Use> uses = CompiledCode.Uses(typeof(SliceTests).Assembly.Location);

        IReadOnlySet<string> drawn = Drawn(uses, "Strongroom.Rules.Samples.");

        Assert.Equal(["Async -> Ground", "Lambda -> Ground", "Shape -> Ground"], drawn.Order(StringComparer.Ordinal));
        Assert.Equal(3, Violations(drawn, new Dictionary<string, string[]>()).Count());
    }

    [Fact]
    public void An_arrow_that_nothing_uses_is_seen() =>
        Assert.Equal(
            ["SliceArrows: take out Files -> Shell, nothing uses it"],
            Violations(new HashSet<string>(), new Dictionary<string, string[]> { ["Files"] = ["Shell"] }));

    [Fact]
    public void A_backward_arrow_and_an_unknown_slice_are_seen() =>
        Assert.Equal(
            ["Shell -> Files", "Files -> Nowhere"],
            Backwards(
                ["Shell", "Files"],
                new Dictionary<string, string[]> { ["Shell"] = ["Files"], ["Files"] = ["Shell", "Nowhere"] }));

    private static IReadOnlySet<string> Drawn(IEnumerable<Use> uses, string root) =>
        (from use in uses
         let source = Slice(use.From, root)
         let target = Slice(use.To, root)
         where source is not null && target is not null && source != target
         select $"{source} -> {target}").ToHashSet();

    private static string? Slice(string type, string root)
    {
        string rest = type.StartsWith(root, StringComparison.Ordinal) ? type[root.Length..] : string.Empty;
        int dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? rest[..dot] : null;
    }

    private static IEnumerable<string> Violations(
        IReadOnlySet<string> drawn, IReadOnlyDictionary<string, string[]> table)
    {
        string[] listed = [.. table.SelectMany(row => row.Value.Select(to => $"{row.Key} -> {to}"))];
        return drawn.Except(listed).Order(StringComparer.Ordinal).Select(
            arrow => $"SliceArrows: {arrow} is drawn but not listed")
            .Concat(listed.Except(drawn).Select(arrow => $"SliceArrows: take out {arrow}, nothing uses it"));
    }

    private static IEnumerable<string> Backwards(
        IReadOnlyList<string> order, IReadOnlyDictionary<string, string[]> table)
    {
        List<string> places = [.. order];
        return from row in table
               from to in row.Value
               where places.IndexOf(to) < 0 || places.IndexOf(to) >= places.IndexOf(row.Key)
               select $"{row.Key} -> {to}";
    }
}
