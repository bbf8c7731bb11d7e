using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>E-mail addresses: what stands around an @.</summary>
internal static class EmailRecognizer
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    /// <summary>Looks at an @.</summary>
    public static Proposal? Look(string text, int at)
    {
        int start = LocalStart(text, at);
        int end = DomainEnd(text, at + 1);
        return start < at && end > 0
            ? new Proposal(start, end, FindingKinds.Email, 5, "address with a domain")
            : null;
    }

    private static int LocalStart(string text, int at)
    {
        int start = at;
        int stop = Math.Max(0, at - LongestLocal);
        while (start > stop && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && !char.IsLetterOrDigit(text[start]) && text[start] is not '_' and not '+')
        {
            start++;
        }

        return start;
    }

    private static bool IsLocal(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '_' or '-' or '+' or '%' or '\'' or '~';

    /// <summary>
    /// The end of a domain of two labels or more, the last one of two letters or more; 0 where there is none.
    /// </summary>
    private static int DomainEnd(string text, int start)
    {
        int end = 0;
        int stop = Math.Min(text.Length, start + LongestDomain);
        for (int label = start; label < stop;)
        {
            int next = LabelEnd(text, label, stop);
            int last = TrimDashes(text, label, next);
            bool isTop = label > start && last - label >= 2 && char.IsLetter(text[label]);
            end = isTop ? last : end;
            if (last == label || next == stop || text[next] != '.')
            {
                break;
            }

            label = next + 1;
        }

        return end;
    }

    private static int LabelEnd(string text, int label, int stop)
    {
        int end = label;
        while (end < stop && (char.IsLetterOrDigit(text[end]) || (text[end] == '-' && end > label)))
        {
            end++;
        }

        return end;
    }

    private static int TrimDashes(string text, int label, int end)
    {
        while (end > label && text[end - 1] == '-')
        {
            end--;
        }

        return end;
    }
}
