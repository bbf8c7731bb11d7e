using System.Buffers;

namespace Strongroom.Recognition.Reading;

/// <summary>
/// Reads the words near a number. Before it: the nearest block of words, at most 64 characters back, skipping numbers
/// and labels that stand between, so that a label in place of a number changes nothing. After it: three words in one
/// line.
/// </summary>
internal static class WordsAround
{
    private const int Reach = 64;
    private const int ReachAfter = 24;
    private const int MaxWords = 6;
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\t.;,[0123456789");
    private const int MaxWordsAfter = 3;

    /// <summary>An abbreviation's full stop does not end a sentence; a longer word's does.</summary>
    private const int LongestAbbreviation = 4;

    /// <summary>The topics before a place, and how many words lie between it and the nearest telling one.</summary>
    public static (Topics Topics, int Distance) Before(ReadOnlySpan<char> text, int place)
    {
        int stop = Math.Max(0, place - Reach);
        Topics topics = Topics.None;
        int distance = 0;
        int words = 0;
        for (int at = NextWord(text, place - 1, stop, 0); at >= 0; at = NextWord(text, at, stop, words))
        {
            int start = WordStart(text, at, stop);
            Topics word = WordAt(text, start, at + 1);
            if (word == Topics.Other || words++ == MaxWords)
            {
                break;
            }

            distance += topics == Topics.None && word == Topics.None ? 1 : 0;
            topics |= word;
            at = start - 1;
        }

        return (topics, distance);
    }

    /// <summary>The topics of the words right after a place.</summary>
    public static Topics After(ReadOnlySpan<char> text, int place)
    {
        ReadOnlySpan<char> rest = text.Slice(place, Math.Min(ReachAfter, text.Length - place));
        int end = rest.IndexOfAny(Ends);
        rest = end < 0 ? rest : rest[..end];
        Topics topics = Topics.None;
        int words = 0;
        int start = 0;
        for (int i = 0; i <= rest.Length && words < MaxWordsAfter; i++)
        {
            if (i == rest.Length || !char.IsAsciiLetter(rest[i]))
            {
                topics |= TopicWords.Of(rest[start..i]);
                words += i > start ? 1 : 0;
                start = i + 1;
            }
        }

        return topics & ~Topics.Other;
    }

    /// <summary>The last letter of the next word on the way back, or -1 where the block of words ends.</summary>
    private static int NextWord(ReadOnlySpan<char> text, int at, int stop, int words)
    {
        while (at >= stop && !char.IsAsciiLetter(text[at]))
        {
            if (EndsBlock(text, at, words))
            {
                return -1;
            }

            at = text[at] == ']' ? BeforeLabel(text, at, stop) : at - 1;
        }

        return at < stop ? -1 : at;
    }

    private static bool EndsBlock(ReadOnlySpan<char> text, int i, int words)
    {
        char character = text[i];
        return character switch
        {
            '!' or '?' => true,
            ']' or (>= '0' and <= '9') => words > 0,
            '\n' => IsBlankLine(text, i),
            '.' => EndsSentence(text, i),
            _ => false,
        };
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int stop) =>
        stop + 1 < text.Length && char.IsWhiteSpace(text[stop + 1])
        && stop - WordStart(text, stop - 1, Math.Max(0, stop - Reach)) > LongestAbbreviation;

    private static bool IsBlankLine(ReadOnlySpan<char> text, int i) =>
        i > 0 && (text[i - 1] == '\n' || (text[i - 1] == '\r' && i > 1 && text[i - 2] == '\n'));

    private static int BeforeLabel(ReadOnlySpan<char> text, int i, int stop)
    {
        int open = text[stop..i].LastIndexOf('[');
        return open < 0 ? i - 1 : stop + open - 1;
    }

    private static int WordStart(ReadOnlySpan<char> text, int last, int stop)
    {
        int start = last + 1;
        while (start > stop && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static Topics WordAt(ReadOnlySpan<char> text, int start, int end)
    {
        bool isAccountSign = end - start == 1 && start >= 2 && (text[start] | 0x20) == 'c' && text[start - 1] == '/'
            && (text[start - 2] | 0x20) == 'a';
        return isAccountSign ? Topics.Account : TopicWords.Of(text[start..end]);
    }
}
