using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>ABA routing numbers: nine digits of a district in use, the 3-7-1 check, and a word or heading.</summary>
internal static class RoutingRecognizer
{
    private const int Length = 9;

    public static Proposal? Look(NumberRun run, int first, Topics heading)
    {
        bool isWhole = run.HasShape(first, Length);
        int last = isWhole ? first : first + 2;
        if ((!isWhole && !run.HasShape(first, 4, 4, 1)) || !run.BeginsNumber(first) || !run.EndsNumber(last))
        {
            return null;
        }

        Span<char> digits = stackalloc char[Length];
        run.CopyDigits(first, last - first + 1, digits);
        return IsDistrict(digits) && Checksums.Routing(digits) ? Named(
            run.Text, run[first].Start, run[last].End, heading) : null;
    }

    private static Proposal? Named(string text, int start, int end, Topics heading)
    {
        Topics words = heading | WordsAround.Before(text, start).Topics;
        words = words == Topics.None ? WordsAround.After(text, end) : words;
        return words.HasFlag(Topics.Routing)
            ? new Proposal(start, end, FindingKinds.UsAbaRouting, 5, "check digit, word beside it")
            : null;
    }

    private static bool IsDistrict(ReadOnlySpan<char> digits)
    {
        int district = ((digits[0] - '0') * 10) + (digits[1] - '0');
        return district is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80
            || (district == 0 && digits.ContainsAnyExcept('0'));
    }
}
