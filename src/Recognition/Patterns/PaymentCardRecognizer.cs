using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// Card numbers: 12 to 19 digits in a range in use, Luhn's check, grouped as cards are or beside a word.
/// </summary>
internal static class PaymentCardRecognizer
{
    private const int Shortest = 12;
    private const int Longest = 19;

    /// <summary>Single digits with spaces between are a card too; so at most this many groups.</summary>
    private const int MaxGroups = 19;

    public static Proposal? Look(NumberRun run, int first)
    {
        if (!run.BeginsNumber(first))
        {
            return null;
        }

        Span<char> digits = stackalloc char[Longest];
        int length = 0;
        Proposal? best = null;
        for (int group = first; group < run.Count && group - first < MaxGroups; group++)
        {
            int added = run.CopyDigits(group, 1, digits[length..]);
            if (added < 0)
            {
                break;
            }

            length += added;
            if (IsCard(digits[..length]) && run.EndsNumber(group))
            {
                best = Weigh(run, first, group, length) ?? best;
            }
        }

        return best;
    }

    private static bool IsCard(ReadOnlySpan<char> digits) =>
        digits.Length >= Shortest && CardRanges.Issues(digits) && Checksums.Luhn(digits);

    private static Proposal? Weigh(NumberRun run, int first, int last, int length)
    {
        int start = run[first].Start;
        int end = run[last].End;
        bool isNamed = WordsAround.Before(run.Text, start).Topics.HasFlag(Topics.Card);
        if (!isNamed && (!IsGroupedAsCard(run, first, last) || IsPartOfLonger(run, first, last)))
        {
            return null;
        }

        bool isRare = length < 14 || run.Text[start] == '1';
        int likelihood = isNamed ? 5 : isRare ? 3 : 4;
        string reason = isNamed ? "range in use, check digit, word beside it" : "range in use, check digit";
        return new Proposal(start, end, FindingKinds.PaymentCard, likelihood, reason);
    }

    private static bool IsPartOfLonger(NumberRun run, int first, int last)
    {
        bool isFraction = run[first].Gap == Gap.Dot && first == last;
        return isFraction || run[first].Gap == Gap.Dash || (last + 1 < run.Count && run[last + 1].Gap == Gap.Dash);
    }

    /// <summary>One group; equal groups with a shorter last one; or 4-6-5 and 4-6-4.</summary>
    private static bool IsGroupedAsCard(NumberRun run, int first, int last)
    {
        int size = run[first].Length;
        if (last - first == 2 && size == 4 && run[first + 1].Length == 6 && run[last].Length is 4 or 5)
        {
            return true;
        }

        for (int group = first; group < last; group++)
        {
            if (run[group].Length != size)
            {
                return false;
            }
        }

        return run[last].Length <= size;
    }
}
