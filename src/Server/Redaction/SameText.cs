using System.Text;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Whether two texts are the same to a reader: case aside, however wide the gaps are, and whether or not a word is
/// hyphenated or broken at the end of a line.
/// </summary>
internal static class SameText
{
    private const string Hyphens = "-\u00AD\u2010\u2011";

    public static bool Is(string one, string other) =>
        string.Equals(Fold(one).Text, Fold(other).Text, StringComparison.Ordinal);

    /// <summary>
    /// Where the value stands by itself, not inside a longer word or number; ascending, not overlapping.
    /// </summary>
    public static IEnumerable<(int Start, int End)> Find(string text, string value)
    {
        string wanted = Fold(value).Text.Trim();
        if (wanted.Length == 0)
        {
            yield break;
        }

        (string folded, List<int> sources) = Fold(text);
        for (int at = 0; (at = folded.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++)
        {
            int last = at + wanted.Length - 1;
            if (!IsInWord(text, sources[at]) && !IsInWord(text, sources[last] + 1))
            {
                yield return (sources[at], sources[last] + 1);
                at = last;
            }
        }
    }

    /// <summary>Whether a word or a number goes on from one side of a place to the other.</summary>
    private static bool IsInWord(string text, int place) =>
        place > 0 && place < text.Length && char.IsLetterOrDigit(text[place - 1]) && char.IsLetterOrDigit(text[place]);

    /// <summary>The folded text, and where each of its units stands in the source.</summary>
    private static (string Text, List<int> Sources) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var sources = new List<int>(text.Length);
        bool isInGap = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (Hyphens.Contains(text[i], StringComparison.Ordinal))
            {
                isInGap = true; // what follows at once, or after a line break, is the same word
                continue;
            }

            bool isBlank = char.IsWhiteSpace(text[i]);
            if (!isBlank || !isInGap)
            {
                folded.Append(isBlank ? ' ' : char.ToUpperInvariant(text[i]));
                sources.Add(i);
            }

            isInGap = isBlank;
        }

        return (folded.ToString(), sources);
    }
}
