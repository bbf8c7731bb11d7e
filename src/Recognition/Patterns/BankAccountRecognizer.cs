using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// Account numbers have no shape of their own: 6 to 17 digits count only beside a word or under a heading.
/// </summary>
internal static class BankAccountRecognizer
{
    private const int Shortest = 6;
    private const int Longest = 17;

    /// <summary>At most this many other words between the telling word and the number.</summary>
    private const int MaxDistance = 3;

    public static Proposal? Look(NumberRun run, int first, Topics heading)
    {
        int last = LastGroup(run, first, out int length);
        if (length is < Shortest or > Longest || !run.BeginsNumber(first) || !run.EndsNumber(last))
        {
            return null;
        }

        int start = run[first].Start;
        int end = run[last].End;
        if (heading.HasFlag(Topics.Account))
        {
            return new Proposal(start, end, FindingKinds.BankAccount, 4, "column of accounts");
        }

        return IsAmount(run, first, last) || IsDate(run, first, last, length) ? null : Named(run.Text, start, end);
    }

    private static Proposal? Named(string text, int start, int end)
    {
        (Topics words, int distance) = WordsAround.Before(text, start);
        return words.HasFlag(Topics.Account) && distance <= MaxDistance
            ? new Proposal(start, end, FindingKinds.BankAccount, distance == 0 ? 4 : 3, "word beside it")
            : null;
    }

    private static int LastGroup(NumberRun run, int first, out int length)
    {
        int last = first;
        length = run[first].Length;
        while (last + 1 < run.Count)
        {
            DigitGroup next = run[last + 1];
            bool isJoined = next.Gap == Gap.Dash || (next.Gap == Gap.Space && run[first].Length < Shortest);
            if (!isJoined || length + next.Length > Longest)
            {
                break;
            }

            length += next.Length;
            last++;
        }

        return last;
    }

    private static bool IsAmount(NumberRun run, int first, int last)
    {
        int start = run[first].Start;
        bool isCents = last + 1 < run.Count && run[last + 1].Gap == Gap.Dot && run[last + 1].Length <= 2
            && run[last + 1].Start == run[last].End + 1;
        bool isMoney = start > 0 && "$€£".Contains(run.Text[start - 1], StringComparison.Ordinal);
        return isCents || isMoney;
    }

    /// <summary>2026-05-04, 05-04-2026 or 20260504.</summary>
    private static bool IsDate(NumberRun run, int first, int last, int length)
    {
        if (length != 8)
        {
            return false;
        }

        bool isGrouped = last - first == 2 && (run[first].Length == 4 || run[last].Length == 4);
        Span<char> digits = stackalloc char[8];
        run.CopyDigits(first, last - first + 1, digits);
        bool isYearFirst = digits[..2] is "19" or "20" && digits[4] <= '1' && digits[6] <= '3';
        return isGrouped || (first == last && isYearFirst);
    }
}
