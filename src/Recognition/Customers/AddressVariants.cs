using Strongroom.Recognition.Reading;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// The lines of a postal address: a line with a number and a word says enough, another one is a part.
/// </summary>
internal static class AddressVariants
{
    public static IEnumerable<Variant> Of(string value)
    {
        var tokens = new TokenText();
        foreach (string line in value.Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            tokens.Read(NormalText.Of(line));
            if (tokens.Count is < 2 or > CustomerRegister.LongestWindow)
            {
                continue;
            }

            bool hasDigits = Enumerable.Range(0, tokens.Count).Any(token => tokens[token].IsDigits);
            bool hasWord = Enumerable.Range(0, tokens.Count).Any(token => !tokens[token].IsDigits);
            yield return new Variant(
                Variant.Words,
                tokens.Folded(0, tokens.Count - 1).ToString(),
                hasDigits && hasWord ? VariantStrength.Full : VariantStrength.Part,
                tokens.Count);
        }
    }
}
