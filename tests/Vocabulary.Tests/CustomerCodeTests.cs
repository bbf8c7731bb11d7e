using Strongroom.Vocabulary;

namespace Strongroom.Vocabulary.Tests;

public sealed class CustomerCodeTests
{
    [Fact]
    public void The_published_example_is_a_code() =>
        Assert.Equal("7Q4M-2KTD-9RWX-JV", CustomerCode.Parse("7q4m2ktd 9rwx jv").ToString());
}
