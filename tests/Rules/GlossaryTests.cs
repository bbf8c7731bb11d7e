using System.Text.RegularExpressions;

namespace Strongroom.Rules;

public sealed partial class GlossaryTests
{
    [Fact]
    public void Type_names_use_only_words_of_the_glossary() => Rule.Holds(
        from path in Checkout.ProductAssemblies
        from type in CompiledTypes.NamesIn(path)
        from word in Violations(type)
        select $"{type}: we do not say {word}; see docs/glossary.md");

    [Theory]
    [InlineData("ClientRow", "Client")]
    [InlineData("UserManager", "User", "Manager")]
    [InlineData("NDASigner", "NDA")]
    [InlineData("CustomerDto", "Dto")]
    [InlineData("MailService", "Service")]
    [InlineData("BlobStoreBase", "Blob", "Base")]
    [InlineData("IKeyFactory", "IFactory")]
    public void A_forbidden_word_is_seen(string name, params string[] words) => Assert.Equal(words, Violations(name));

    [Theory]
    [InlineData("ServiceAccountId")]
    [InlineData("DataFolder")]
    [InlineData("KeyedHash")]
    [InlineData("Base32")]
    [InlineData("CustomerMatcher")]
    public void A_word_of_the_glossary_passes(string name) => Assert.Empty(Violations(name));

    private static IEnumerable<string> Violations(string name)
    {
        string rest = ForbiddenWords.Exempt.Aggregate(
            name, (text, term) => text.Replace(term, "-", StringComparison.Ordinal));
        IEnumerable<string> found = Word().Matches(rest).Select(match => match.Value).Where(
            ForbiddenWords.All.Contains);
        return FactoryInterface().IsMatch(name) ? found.Append("IFactory") : found;
    }

    // Customer, Code, NDA, Base32: capitals in a row are one word up to the last that starts the next.
    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z][a-z]*[0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex("^I[A-Z][A-Za-z]*Factory$")]
    private static partial Regex FactoryInterface();
}
