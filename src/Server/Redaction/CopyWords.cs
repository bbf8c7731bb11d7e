using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>What a redacted copy can be found by: the codes and the folded words in it, each once.</summary>
/// <param name="Codes">Customer codes.</param>
/// <param name="Words">Words of three letters or digits and more, folded.</param>
internal sealed record CopyWords(IReadOnlyList<CustomerCode> Codes, IReadOnlyList<string> Words)
{
    private const int Shortest = 3;

    /// <summary>A longer run of letters is no word that anybody looks for, and cannot be guessed back.</summary>
    private const int Longest = 64;

    public override string ToString() => nameof(CopyWords);

    /// <param name="text">The text of the copy, read back from its bytes.</param>
    /// <param name="codes">The codes that stand in it as labels, and the code of the customer whose it is.</param>
    public static CopyWords Of(DocumentText text, IEnumerable<CustomerCode> codes) => new(
        [.. codes.Distinct()],
        [.. text.Segments
            .SelectMany(segment => Fold(segment.Text).Concat(Fold(Joined(segment.Text))))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)]);

    /// <summary>The words of a text, folded as the archive folds them.</summary>
    public static IEnumerable<string> Fold(string text) => TextRules.Fold(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length is >= Shortest and <= Longest);

    /// <summary>The text with its words whole that are hyphenated at the end of a line.</summary>
    private static string Joined(string text) => text
        .Replace("-\n\n", string.Empty, StringComparison.Ordinal).Replace("-\n", string.Empty, StringComparison.Ordinal);
}
