using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>Telephone numbers: international, North American and other national shapes, or any beside a word.</summary>
internal static class PhoneRecognizer
{
    private const int Longest = 15;
    private const int MaxGroups = 8;

    public static Proposal? Look(NumberRun run, int first, Topics heading)
    {
        if (FollowsPlus(run.Text, run[first].Start))
        {
            return International(run, first);
        }

        return run.BeginsNumber(first)
            ? NorthAmerican(run, first) ?? National(run, first) ?? Named(run, first, heading)
            : null;
    }

    private static bool FollowsPlus(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> before = text[..start];
        return before.EndsWith('+') || before.EndsWith("+(");
    }

    private static Proposal? International(NumberRun run, int first)
    {
        Span<char> digits = stackalloc char[Longest + 1];
        (int last, int length) = Collect(run, first, Longest, digits);
        if (length < 7 || digits[0] == '0')
        {
            return null;
        }

        (int code, int longest) = CountryCallingCodes.Of(digits);
        bool hasTrunk = last > first && run[first].Length == code && run.Text[run[first + 1].Start] == '0';
        (last, length) = Collect(run, first, code + longest + (hasTrunk ? 1 : 0), digits);
        return length < 7 ? null : Propose(run, first, last, 5, "plus sign and calling code");
    }

    private static Proposal? NorthAmerican(NumberRun run, int first)
    {
        int area = run.HasShape(first, 1) && run.Text[run[first].Start] == '1' ? first + 1 : first;
        int last = NorthAmericanEnd(run, area);
        if (last < 0 || !IsArea(run, area) || IsPartOfLonger(run, first, last))
        {
            return null;
        }

        bool isSpaced = run[last].Gap == Gap.Space && run[area + 1].Gap == Gap.Space;
        return Propose(run, first, last, isSpaced ? 3 : 4, "North American shape");
    }

    /// <summary>The last group of 3-3-4, or of 3-7 with the area in brackets; -1 where it is neither.</summary>
    private static int NorthAmericanEnd(NumberRun run, int area)
    {
        if (run.HasShape(area, 3, 3, 4) && run[area + 2].Gap is Gap.Dash or Gap.Dot or Gap.Space)
        {
            return area + 2;
        }

        return run.HasShape(area, 3, 7) && run[area + 1].Gap == Gap.Mixed ? area + 1 : -1;
    }

    private static bool IsArea(NumberRun run, int area)
    {
        ReadOnlySpan<char> text = run.Text;
        int code = run[area].Start;
        int exchange = run[area + 1].Start;
        bool isService = text[exchange + 1] == '1' && text[exchange + 2] == '1';
        return run[area + 1].Gap != Gap.Line && text[code] >= '2' && text[code + 1] != '9' && text[exchange] >= '2'
            && !isService;
    }

    private static Proposal? National(NumberRun run, int first)
    {
        DigitGroup lead = run[first];
        if (run.Text[lead.Start] != '0' || lead.Length is < 2 or > 5 || run.IsTightlyBound(first))
        {
            return null;
        }

        Span<char> digits = stackalloc char[Longest + 1];
        bool isDialledAbroad = run.Text[lead.Start + 1] == '0';
        (int longest, int shortest) = isDialledAbroad ? (Longest, 10) : (11, 9);
        (int last, int length) = Collect(run, first, longest, digits);
        return length >= shortest && last > first && IsGroupedAsNational(run, first, last)
            ? Propose(run, first, last, 3, "national shape")
            : null;
    }

    /// <summary>Five pairs; or an area of three digits or more, then groups of three digits or more.</summary>
    private static bool IsGroupedAsNational(NumberRun run, int first, int last)
    {
        bool arePairs = last - first == 4;
        bool areLong = run[first].Length >= 3;
        for (int group = first; group <= last; group++)
        {
            arePairs &= run[group].Length == 2;
            areLong &= run[group].Length >= 3 || group == first + 1;
        }

        return arePairs || areLong;
    }

    private static Proposal? Named(NumberRun run, int first, Topics heading)
    {
        Span<char> digits = stackalloc char[Longest + 1];
        (int last, int length) = Collect(run, first, Longest, digits);
        if (length < 7)
        {
            return null;
        }

        bool isNamed = heading.HasFlag(Topics.Phone);
        if (!isNamed)
        {
            (Topics words, int distance) = WordsAround.Before(run.Text, run[first].Start);
            isNamed = words.HasFlag(Topics.Phone) && distance <= 3;
        }

        last = Shorten(run, first, last);
        return isNamed && last >= 0 && run.EndsNumber(last) ? Propose(run, first, last, 4, "word beside it") : null;
    }

    /// <summary>
    /// Where a number beside a word ends: seven digits in one group, 3-4, or all groups; -1 for a date.
    /// </summary>
    private static int Shorten(NumberRun run, int first, int last)
    {
        if (run[first].Length >= 7)
        {
            return first;
        }

        bool isDate = run.HasShape(first, 4, 2, 2) || run.HasShape(first, 2, 2, 4) || run.HasShape(first, 1, 1, 4)
            || run.HasShape(first, 1, 2, 4) || run.HasShape(first, 2, 1, 4);
        return isDate ? -1 : run.HasShape(first, 3, 4) ? first + 1 : last;
    }

    private static (int Last, int Length) Collect(NumberRun run, int first, int longest, Span<char> digits)
    {
        int length = 0;
        int last = first - 1;
        for (int group = first; group < run.Count && group - first < MaxGroups; group++)
        {
            bool isBroken = group > first && run[group].Gap == Gap.Line;
            if (isBroken || length + run[group].Length > longest)
            {
                break;
            }

            length += run.CopyDigits(group, 1, digits[length..]);
            last = group;
        }

        return (last, length);
    }

    private static bool IsPartOfLonger(NumberRun run, int first, int last) =>
        run.IsTightlyBound(first) || (last + 1 < run.Count && run[last + 1].Gap == Gap.Dash);

    private static Proposal Propose(NumberRun run, int first, int last, int likelihood, string reason)
    {
        int start = run[first].Start;
        while (start > 0 && run.Text[start - 1] is '(' or '+')
        {
            start--;
        }

        return new Proposal(start, PhoneExtension.End(run.Text, run[last].End), FindingKinds.Phone, likelihood, reason);
    }
}
