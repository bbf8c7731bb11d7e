using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>
/// Social security numbers and individual taxpayer numbers of the United States, by the rules of issue: 3-2-4 digits
/// with separators, or nine digits grouped in any way beside a word or under a heading that says so.
/// </summary>
internal static class TaxNumberRecognizer
{
    private const int Length = 9;

    public static Proposal? Look(NumberRun run, int first, Topics heading)
    {
        Span<char> digits = stackalloc char[Length];
        for (int count = 1; count <= Length && first + count <= run.Count; count++)
        {
            int length = run.CopyDigits(first, count, digits);
            if (length < 0)
            {
                return null;
            }

            if (length == Length)
            {
                return run.BeginsNumber(first) && run.EndsNumber(first + count - 1)
                    ? Weigh(run, first, first + count - 1, digits, heading)
                    : null;
            }
        }

        return null;
    }

    private static Proposal? Weigh(NumberRun run, int first, int last, ReadOnlySpan<char> digits, Topics heading)
    {
        string? kind = KindOf(digits);
        if (kind is null)
        {
            return null;
        }

        int start = run[first].Start;
        int end = run[last].End;
        int likelihood = ByShape(run, first, last);
        Topics words = heading | WordsAround.Before(run.Text, start).Topics;
        words = words == Topics.None ? WordsAround.After(run.Text, end) : words;
        bool isNamed = words.HasFlag(Topics.TaxNumber);
        if (isNamed)
        {
            return new Proposal(start, end, kind, likelihood > 0 ? 5 : 4, "rules of issue, word beside it");
        }

        return likelihood > 0 ? new Proposal(start, end, kind, likelihood, "rules of issue, usual separators") : null;
    }

    /// <summary>The likelihood by shape alone; 0 where the shape is not its own.</summary>
    private static int ByShape(NumberRun run, int first, int last)
    {
        bool isPart = run.IsTightlyBound(first) || run.IsTightlyBound(last + 1);
        if (isPart || !run.HasShape(first, 3, 2, 4) || !IsGap(run[first + 1].Gap) || run[last].Gap == Gap.Mixed)
        {
            return 0;
        }

        return run[first + 1].Gap == Gap.Dash || run[last].Gap == Gap.Dash ? 4 : 3;
    }

    private static bool IsGap(Gap gap) => gap is Gap.Dash or Gap.Space or Gap.Dot or Gap.Slash;

    private static string? KindOf(ReadOnlySpan<char> digits)
    {
        int area = Number(digits[..3]);
        int group = Number(digits.Slice(3, 2));
        int serial = Number(digits[5..]);
        if (area >= 900)
        {
            // IRS: the fourth and fifth digits run from 50 to 65, 70 to 88, 90 to 92 and 94 to 99.
            return group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99)
                ? FindingKinds.UsItin
                : null;
        }

        return area is 0 or 666 || group == 0 || serial == 0 ? null : FindingKinds.UsSsn;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
