using Xunit.Sdk;

namespace Strongroom.Rules;

public sealed class ApprovedTests
{
    [Fact]
    public void What_was_not_approved_fails_and_says_which_line() => Assert.Contains(
        "+ GET /new Anyone",
        Assert.ThrowsAny<XunitException>(() => Approved.Match(["GET /new Anyone"], "never.approved.txt")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_difference_names_what_is_new_and_what_is_gone() =>
        Assert.Equal("+ c\n- a", Approved.Difference(["a", "b"], ["b", "c"]));

    [Fact]
    public void Another_order_is_a_difference() => Assert.NotEmpty(Approved.Difference(["a", "b"], ["b", "a"]));
}
